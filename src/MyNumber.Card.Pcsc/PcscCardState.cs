namespace MyNumber.Card.Pcsc;

/// <summary>What a reader says of its card.</summary>
public enum PcscCardState
{
    /// <summary>The service does not know the reader, or the reader is out of order.</summary>
    ReaderUnavailable = 0,

    /// <summary>No card is in the reader.</summary>
    Absent = 1,

    /// <summary>A card is there and answers.</summary>
    Present = 2,

    /// <summary>A card is there and does not answer, often because it lies the wrong way round.</summary>
    Unresponsive = 3,

    /// <summary>A card is there and another program has it for itself.</summary>
    InExclusiveUse = 4,
}
