namespace MyNumber.Linkage.Core.Links;

/// <summary>Which key of the link register a line ran into.</summary>
public enum LinkConflict
{
    /// <summary>None; it is written. The value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The link code has this version already, or not yet the one before it, or is buried.</summary>
    Link = 1,

    /// <summary>The resident record code belongs to a link.</summary>
    ResidentCode = 2,
}
