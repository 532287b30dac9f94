namespace MyNumber.Linkage.Core.Issued;

/// <summary>Whether two codes are one person.</summary>
public enum SamePerson
{
    /// <summary>One of them is not in the register; the value of <see langword="default"/>.</summary>
    CannotTell = 0,

    /// <summary>They are.</summary>
    Yes = 1,

    /// <summary>They are not.</summary>
    No = 2,
}
