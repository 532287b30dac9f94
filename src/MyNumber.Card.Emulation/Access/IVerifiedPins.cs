namespace MyNumber.Card.Emulation.Access;

/// <summary>Which PINs of the current application are verified at this moment; all that a rule asks.</summary>
internal interface IVerifiedPins
{
    /// <summary>Whether the PIN file of this identifier is there and verified.</summary>
    bool IsVerified(ushort pinFile);
}
