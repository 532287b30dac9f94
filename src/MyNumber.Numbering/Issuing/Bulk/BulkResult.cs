namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>How a bulk run ended, and where it stands.</summary>
/// <remarks>Immutable.</remarks>
public readonly struct BulkResult
{
    internal BulkResult(BulkOutcome outcome, long done, long passedOver, long obstacle = -1)
    {
        PassedOver = passedOver;
        Outcome = outcome;
        Done = done;
        Obstacle = obstacle;
    }

    /// <summary>How it ended.</summary>
    public BulkOutcome Outcome { get; }

    /// <summary>People done, those of earlier starts and those who were passed over included.</summary>
    public long Done { get; }

    /// <summary>People whom this start passed over; see <see cref="BulkOptions.OnPassedOver"/> for who they are.</summary>
    public long PassedOver { get; }

    /// <summary>The place in the roll of the person that stopped the run, or -1.</summary>
    public long Obstacle { get; }

    /// <summary>Outcome and count.</summary>
    /// <returns>Such as <c>Done, 10000</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Outcome}, {Done}");
}
