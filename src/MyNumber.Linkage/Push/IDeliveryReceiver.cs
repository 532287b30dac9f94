namespace MyNumber.Linkage.Push;

/// <summary>The core's line to one receiver: the portal's inbox, or a body that takes applications.</summary>
/// <remarks>A line that fails throws <see cref="IOException"/> or <see cref="TimeoutException"/>; then nothing is known, and the same delivery may come again.</remarks>
public interface IDeliveryReceiver
{
    /// <summary>Receives. The same delivery again is kept once.</summary>
    /// <param name="delivery">The delivery under the receiver's code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The receipt, signed.</returns>
    ValueTask<DeliveryReceipt> ReceiveAsync(Delivery delivery, CancellationToken cancellationToken = default);
}
