namespace MyNumber.Card.Sessions;

/// <summary>What a signing mode takes.</summary>
public enum CardSigningInput
{
    /// <summary>A whole block to be padded, 1–245 bytes.</summary>
    Block = 0,

    /// <summary>A SHA-256 hash, 32 bytes.</summary>
    Sha256 = 1,

    /// <summary>A message that the card hashes, 1–255 bytes.</summary>
    Message = 2,
}
