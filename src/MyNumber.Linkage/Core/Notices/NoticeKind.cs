namespace MyNumber.Linkage.Core.Notices;

/// <summary>What the core has to tell a holder without being asked.</summary>
public enum NoticeKind
{
    /// <summary>Nothing; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>A person who was no resident has become one: the code of the waiting acquisition is there (施行令 27条の3).</summary>
    Acquirable = 1,

    /// <summary>The provider that had no code of this person has one now: the inquiry can be made again.</summary>
    ProviderReady = 2,

    /// <summary>The code was given out for another person than the one whose data lie under it; its replacement is the right one.</summary>
    WrongPerson = 3,

    /// <summary>The code is replaced by another one of the same person.</summary>
    Replaced = 4,

    /// <summary>The code is withdrawn: it stood for two people, or its holder has no other.</summary>
    Withdrawn = 5,

    /// <summary>Another holder's tie of this person was wrong; what came from there or went there is to be looked at.</summary>
    CheckExchanged = 6,
}
