namespace MyNumber.Jpki.Reports;

/// <summary>What to do after a verification (判定): the outcome, and whether it hangs on a status that nobody was asked for.</summary>
public enum ReportDecision
{
    /// <summary>Undetermined: refuse for now, never act as if valid (判断できない). The value of <see langword="default"/>.</summary>
    RefuseForNow = 0,

    /// <summary>Valid, status included: go on (有効).</summary>
    GoOn,

    /// <summary>Invalid: refuse (無効).</summary>
    Refuse,

    /// <summary>All that was looked at holds, and nobody was asked for the status (条件付き): a held or revoked certificate looks the same. Ask before you go on.</summary>
    AskStatusFirst,
}
