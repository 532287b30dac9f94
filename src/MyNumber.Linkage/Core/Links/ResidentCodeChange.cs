namespace MyNumber.Linkage.Core.Links;

/// <summary>What became of noting a change of a resident record code.</summary>
public enum ResidentCodeChange
{
    /// <summary>Nothing was done; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The new code stands with the person's link, which is the same as before.</summary>
    Noted = 1,

    /// <summary>It stood there already.</summary>
    AlreadyNoted = 2,

    /// <summary>Nobody here has the former code: the core was never asked for this person, and nothing needs to be noted.</summary>
    UnknownPerson = 3,

    /// <summary>The new code is another person's link: one of the two notices is wrong, and a person must look.</summary>
    HeldByAnother = 4,
}
