namespace MyNumber.Card.Emulation.Issuing;

/// <summary>What a <see cref="CardRule"/> is about.</summary>
public enum CardRuleKind
{
    /// <summary>Age from which a card is an adult's.</summary>
    AdultAge = 0,

    /// <summary>Birthdays that an adult's card lasts.</summary>
    AdultBirthdays = 1,

    /// <summary>Birthdays that a minor's card lasts.</summary>
    MinorBirthdays = 2,

    /// <summary>Age from which a signature certificate is issued.</summary>
    SignatureAge = 3,

    /// <summary>Months before the last day in which a card is renewed.</summary>
    RenewalMonths = 4,

    /// <summary>Whether a card may be used on after a departure abroad.</summary>
    ContinuedUse = 5,

    /// <summary>Hours that a booking of the smartphone application lasts at a kiosk.</summary>
    KioskHours = 6,

    /// <summary>Whether a designated post office resets PINs.</summary>
    PostOffice = 7,

    /// <summary>Cells of braille on the face.</summary>
    BrailleCells = 8,
}
