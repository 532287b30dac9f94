namespace MyNumber.Card.Emulation.Access;

/// <summary>What a command wants to do with a file; each has its own access rule.</summary>
internal enum CardOperation
{
    None = 0,
    Read,
    Verify,
    Change,
    Sign,
    ChangeKey,
    Authenticate,
    Update,
}
