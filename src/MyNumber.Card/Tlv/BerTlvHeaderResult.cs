namespace MyNumber.Card.Tlv;

/// <summary>What the first bytes of a TLV object turned out to be.</summary>
public enum BerTlvHeaderResult
{
    /// <summary>Tag and length are whole.</summary>
    Complete = 0,

    /// <summary>The header is longer than the given bytes.</summary>
    NeedsMore = 1,

    /// <summary>Not a header that is accepted here: tag over two bytes, indefinite length, or a length over the ceiling.</summary>
    Malformed = 2,
}
