namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>How far a bulk run has come. What is reported is in the register.</summary>
/// <remarks>Immutable.</remarks>
public readonly struct BulkProgress
{
    internal BulkProgress(long done, long total, long passedOver)
    {
        Done = done;
        PassedOver = passedOver;
        Total = total;
    }

    /// <summary>People done, those of earlier starts and those who were passed over included.</summary>
    public long Done { get; }

    /// <summary>People of the roll.</summary>
    public long Total { get; }

    /// <summary>People whom this start passed over.</summary>
    public long PassedOver { get; }

    /// <summary>The share that is done, 0 to 1.</summary>
    public double Share => Total == 0 ? 1 : (double)Done / Total;

    /// <summary>Such as <c>2000 of 10000</c>.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => FormattableString.Invariant($"{Done} of {Total}");
}
