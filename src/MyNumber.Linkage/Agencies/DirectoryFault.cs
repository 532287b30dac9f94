namespace MyNumber.Linkage.Agencies;

/// <summary>Why entries make no directory.</summary>
public enum DirectoryFault
{
    /// <summary>Nothing is wrong; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>An agency has no number, name, legal basis, kind or period, or is its own parent.</summary>
    IncompleteAgency = 1,

    /// <summary>Two entries of one agency hold at the same time.</summary>
    AgencyTwice = 2,

    /// <summary>A parent is no agency of the directory, or is itself an organ.</summary>
    UnknownParent = 3,

    /// <summary>Two holders have one number.</summary>
    HolderTwice = 4,

    /// <summary>A member is no agency of the directory.</summary>
    UnknownMember = 5,

    /// <summary>An agency is a member of two holders at the same time, or twice of one.</summary>
    MemberOfTwo = 6,
}
