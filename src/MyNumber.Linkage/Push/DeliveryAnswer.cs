namespace MyNumber.Linkage.Push;

/// <summary>What a sender is told.</summary>
/// <param name="Id">The delivery; empty when nothing was sent.</param>
/// <param name="Outcome">What became of it so far.</param>
/// <param name="Receipt">The receiver's word, when it got there.</param>
public sealed record DeliveryAnswer(DeliveryId Id, DeliveryOutcome Outcome, DeliveryReceipt? Receipt = null)
{
    /// <summary>Whether nothing will change any more.</summary>
    public bool IsFinal => Outcome is not (DeliveryOutcome.Waiting or DeliveryOutcome.Untrusted);
}
