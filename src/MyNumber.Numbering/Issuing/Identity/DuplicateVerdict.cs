namespace MyNumber.Numbering.Issuing.Identity;

/// <summary>How likely two records are of one person.</summary>
public enum DuplicateVerdict
{
    /// <summary>Not alike; the value of <see langword="default"/>, never reported.</summary>
    None = 0,

    /// <summary>All four attributes match: a clerk has to settle it (重複調整).</summary>
    AllFour = 1,

    /// <summary>Three match and the fourth cannot be compared, or not without a clerk, such as an unknown day of birth.</summary>
    Incomplete = 2,

    /// <summary>Three match and one differs, such as a person who moved.</summary>
    ThreeOfFour = 3,
}
