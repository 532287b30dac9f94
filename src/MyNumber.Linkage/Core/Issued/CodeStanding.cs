namespace MyNumber.Linkage.Core.Issued;

/// <summary>What the core tells of a code that a holder presents.</summary>
public enum CodeStanding
{
    /// <summary>Not judged; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The holder's, and in use.</summary>
    InUse = 1,

    /// <summary>No code of this core, or never issued.</summary>
    Invalid = 2,

    /// <summary>Another holder's.</summary>
    Foreign = 3,

    /// <summary>The holder's, of an earlier epoch or replaced by another.</summary>
    Superseded = 4,

    /// <summary>The holder's, and withdrawn.</summary>
    Revoked = 5,
}
