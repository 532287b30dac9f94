namespace MyNumber.Card.Applications.WholeCard;

/// <summary>Whether a card has a PIN and tells of it.</summary>
public enum PinPresence
{
    /// <summary>Not asked; the value of <see langword="default"/>.</summary>
    Unknown = 0,

    /// <summary>The PIN is there and its status was told.</summary>
    Present = 1,

    /// <summary>The card does not have the PIN's application.</summary>
    ApplicationAbsent = 2,

    /// <summary>The application is there and the PIN is not.</summary>
    ReferenceAbsent = 3,

    /// <summary>The card refused to tell, with the status word of the entry.</summary>
    Refused = 4,
}
