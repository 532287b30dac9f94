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

    /// <summary>A step before it decided (先に判定が出た); nothing against it is known, and it may not have been looked at.</summary>
    NotReached,

    /// <summary>It was not looked at, though a later one was (確認していない): the form of an XML document or a PDF file is judged before the certificate inside.</summary>
    NotLookedAt,

    /// <summary>Nobody was asked for the status, of a past timestamp for that of its authority, because the caller wanted it so (尋ねていない): whether it holds is not known, and the decision hangs on it.</summary>
    NotAsked,
}
