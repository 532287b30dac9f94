namespace MyNumber.Linkage.Core.Residents;

/// <summary>What the residents' network tells of a person.</summary>
public enum ResidentOutcome
{
    /// <summary>Nothing was asked; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The person is found, and all four attributes are the same.</summary>
    Found = 1,

    /// <summary>The person has no resident record (非居住者): a normal state, which may end.</summary>
    NonResident = 2,

    /// <summary>Nobody has this number, or nobody in this register is this person.</summary>
    NotFound = 3,

    /// <summary>An attribute is not the same, or cannot be compared. Part of the four is none.</summary>
    Mismatch = 4,
}
