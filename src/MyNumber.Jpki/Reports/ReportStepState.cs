namespace MyNumber.Jpki.Reports;

/// <summary>What came of one step.</summary>
public enum ReportStepState
{
    /// <summary>It holds.</summary>
    Passed = 0,

    /// <summary>Something speaks against it.</summary>
    Failed,

    /// <summary>It could not be decided.</summary>
    Undetermined,

    /// <summary>A step before it decided; nothing against it is known, and it may not have been looked at.</summary>
    NotReached,
}
