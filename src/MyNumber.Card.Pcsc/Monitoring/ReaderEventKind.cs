namespace MyNumber.Card.Pcsc.Monitoring;

/// <summary>What happened to a reader, a card or the service.</summary>
public enum ReaderEventKind
{
    /// <summary>A reader is there; also told of each reader that is there at the start.</summary>
    ReaderAdded = 0,

    /// <summary>A reader is gone.</summary>
    ReaderRemoved = 1,

    /// <summary>A card is in the reader; also told of each card that is there at the start.</summary>
    CardInserted = 2,

    /// <summary>The card is gone.</summary>
    CardRemoved = 3,

    /// <summary>The service does not run or cannot be used; the readers are told as removed before this. The monitor goes on trying.</summary>
    ServiceLost = 4,

    /// <summary>The service can be used again; its readers follow.</summary>
    ServiceRestored = 5,
}
