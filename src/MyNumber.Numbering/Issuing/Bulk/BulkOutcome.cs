namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>How a bulk run ended.</summary>
public enum BulkOutcome
{
    /// <summary>It did not begin; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>Everybody on the roll has a number.</summary>
    Done = 1,

    /// <summary>The caller stopped it; start it again to go on.</summary>
    Stopped = 2,

    /// <summary>Somebody of the roll had a number before, or a person is on the roll twice; nothing of that batch was written.</summary>
    AlreadyNumbered = 3,

    /// <summary>Another process drives the same run.</summary>
    TakenOver = 4,

    /// <summary>A number ran into one that an older key made and no further count was free; only between two versions of the key.</summary>
    IssuesExhausted = 5,
}
