namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>What a bulk run does at a person to whom it can give no number.</summary>
public enum ObstacleRule
{
    /// <summary>Leaves the person out, tells <see cref="BulkOptions.OnPassedOver"/>, counts, and goes on. The value of <see langword="default"/>.</summary>
    PassOver = 0,

    /// <summary>Ends at the person, with <see cref="BulkOutcome.AlreadyNumbered"/> or <see cref="BulkOutcome.IssuesExhausted"/>; nothing of that batch is written.</summary>
    Stop = 1,
}
