namespace MyNumber.Linkage.Portal.Records;

/// <summary>Why a person's own check refuses a record.</summary>
public enum RecordFailure
{
    /// <summary>The proof does not show that the record is in the log of the page's head: it was changed, or never recorded.</summary>
    NotProved,

    /// <summary>The proof is for another head than the page's.</summary>
    OtherHead,

    /// <summary>The record is there twice, or not by ascending time.</summary>
    WrongOrder,

    /// <summary>The correction does not name the record before it that is shown.</summary>
    CorrectsAnother,
}
