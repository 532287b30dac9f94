namespace MyNumber.Linkage.Core.Corrections;

/// <summary>What became of a correction.</summary>
public enum CorrectionOutcome
{
    /// <summary>Nothing was done; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>Corrected, and everybody who must know is owed a notice. Asked again, it is the same.</summary>
    Corrected = 1,

    /// <summary>The code or link is unknown, or ended otherwise.</summary>
    Unknown = 2,

    /// <summary>The code is the right person's.</summary>
    NotWrong = 3,

    /// <summary>Another correction goes on at the same time; ask again.</summary>
    Busy = 4,
}
