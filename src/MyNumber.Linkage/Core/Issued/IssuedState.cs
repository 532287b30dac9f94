namespace MyNumber.Linkage.Core.Issued;

/// <summary>How an issued code stands.</summary>
public enum IssuedState
{
    /// <summary>Not said; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>In use.</summary>
    Active = 1,

    /// <summary>Another code of the same holder took its place.</summary>
    Superseded = 2,

    /// <summary>Withdrawn without another.</summary>
    Revoked = 3,
}
