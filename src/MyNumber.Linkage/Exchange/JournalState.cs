namespace MyNumber.Linkage.Exchange;

/// <summary>How far a party is with an inquiry; the numbers only grow.</summary>
internal enum JournalState
{
    /// <summary>Begun; what was sent is kept, so that it can be sent again.</summary>
    Open = 1,

    /// <summary>A human has to release the answer.</summary>
    Held = 2,

    /// <summary>Ended; the answer is kept, so that asking again gives the same.</summary>
    Ended = 3,

    /// <summary>Nothing is left to do: the record of the ended inquiry is in the log. The note goes with its record.</summary>
    Recorded = 4,

    /// <summary>Nothing is left to do and there is no record: the inquiry was rejected for good, or its answer never held. The note goes when it is old.</summary>
    Closed = 5,
}
