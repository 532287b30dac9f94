namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>How a bulk run ended.</summary>
public enum BulkOutcome
{
    /// <summary>It did not begin; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The roll is at its end: everybody on it has a number, but for those who were passed over because their code gives none.</summary>
    Done = 1,

    /// <summary>The caller stopped it; start it again to go on.</summary>
    Stopped = 2,

    /// <summary>Somebody of the roll had a number before, or a person is on the roll twice. It ends a run only under <see cref="ObstacleRule.Stop"/>, or when the request of a place was
    /// answered before, which is no person's doing but another use of the name of the run; nothing of that batch was written.</summary>
    AlreadyNumbered = 3,

    /// <summary>Another process drives the same run.</summary>
    TakenOver = 4,

    /// <summary>No count of a code gives a number: each is excluded, or runs into a number that an older key made. It ends a run only under <see cref="ObstacleRule.Stop"/>.</summary>
    IssuesExhausted = 5,
}
