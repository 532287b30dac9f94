namespace MyNumber.Linkage.Core.Issued;

/// <summary>Why an issued code came to stand as it does.</summary>
public enum IssuedReason
{
    /// <summary>It was issued, and nothing since.</summary>
    None = 0,

    /// <summary>The holder's epoch or the core's key was raised (符号の世代更新).</summary>
    Raised = 1,

    /// <summary>It was given out for another person than the one whose data lie under it (紐付け誤り).</summary>
    WrongPerson = 2,

    /// <summary>Two links were one person's, and this one's ended.</summary>
    LinkMerged = 3,

    /// <summary>The link stood for two people and ended.</summary>
    LinkSplit = 4,

    /// <summary>It had ended and was asked for again, for the right person.</summary>
    Reacquired = 5,
}
