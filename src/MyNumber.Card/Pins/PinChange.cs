namespace MyNumber.Card.Pins;

/// <summary>The result of changing a PIN: the attempt with the old one, and what is wrong with the new one.</summary>
/// <remarks>Immutable. The new PIN's form is checked first, so a malformed one costs no try. <see langword="default"/> is no change.</remarks>
public readonly struct PinChange
{
    internal PinChange(PinVerification current, PinFault newPinFault)
    {
        Current = current;
        NewPinFault = newPinFault;
    }

    /// <summary>The attempt with the current PIN; <see cref="PinOutcome.None"/> when the new one is malformed.</summary>
    public PinVerification Current { get; }

    /// <summary>What is wrong with the new PIN.</summary>
    public PinFault NewPinFault { get; }

    /// <summary>Whether the card has the new PIN now.</summary>
    public bool IsChanged => Current.IsVerified && NewPinFault == PinFault.None;
}
