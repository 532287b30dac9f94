namespace MyNumber.Linkage.Records;

/// <summary>What became of a record that was handed to a log.</summary>
public enum RecordAppend
{
    /// <summary>It was written now.</summary>
    Written,

    /// <summary>The same record was there; nothing changed.</summary>
    AlreadyThere,

    /// <summary>Another record of this key is there; nothing changed. One of the two parties is wrong.</summary>
    Conflict,

    /// <summary>The log's owner is neither the core nor named in the record.</summary>
    NotOurs,

    /// <summary>It is past its retention.</summary>
    PastRetention,

    /// <summary>It corrects a record that is not there.</summary>
    NothingToCorrect,

    /// <summary>It names another commitment than that of the record before, or changes inquiry, parties or time of the request.</summary>
    CorrectsAnother,
}
