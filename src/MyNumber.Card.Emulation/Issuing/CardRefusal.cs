namespace MyNumber.Card.Emulation.Issuing;

/// <summary>Why a step was refused. <see cref="CardRefusalText"/> says it in two languages.</summary>
public enum CardRefusal
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>No application has this ID.</summary>
    UnknownApplication = 1,

    /// <summary>The application ID was used before.</summary>
    ApplicationIdUsed = 2,

    /// <summary>The step does not follow on the stage that the card is in.</summary>
    WrongStage = 3,

    /// <summary>The birth date is not fully known, so no last day can be told.</summary>
    BirthDateUnknown = 4,

    /// <summary>The birth date lies in the future.</summary>
    BirthDateInFuture = 5,

    /// <summary>Under 15 or an adult ward: the legal representative signs the application.</summary>
    RepresentativeMissing = 6,

    /// <summary>No photo.</summary>
    PhotoMissing = 7,

    /// <summary>The braille text is longer than 11 cells or has other characters.</summary>
    BrailleUnfit = 8,

    /// <summary>The period of residence is over.</summary>
    ResidenceOver = 9,

    /// <summary>The serial number is on another card.</summary>
    SerialNumberUsed = 10,

    /// <summary>The serial number is not 15 digits.</summary>
    SerialNumberUnfit = 11,

    /// <summary>The delivery notice was not brought.</summary>
    NoticeMissing = 12,

    /// <summary>Identity was not shown.</summary>
    IdentityNotShown = 13,

    /// <summary>The answer on the notice is not signed.</summary>
    AnswerNotSigned = 14,

    /// <summary>The legal representative must come along.</summary>
    RepresentativeMustCome = 15,

    /// <summary>A delegate needs the holder's delegation (委任状), or the representative the proof of the right.</summary>
    DelegationMissing = 16,

    /// <summary>A delegate may come only where the holder cannot, and that was not proved.</summary>
    AbsenceNotProved = 17,

    /// <summary>The delegate's sheet of PINs is not sealed (目隠しシール).</summary>
    PinsNotSealed = 18,

    /// <summary>A PIN that the card needs was not chosen.</summary>
    PinMissing = 19,

    /// <summary>A PIN was chosen for a certificate that the card does not get.</summary>
    PinWithoutUse = 20,

    /// <summary>The card is stopped.</summary>
    Stopped = 21,

    /// <summary>The card's last day is over.</summary>
    Expired = 22,

    /// <summary>Only the municipality does this.</summary>
    OnlyAtMunicipality = 23,

    /// <summary>This place resets the signature password alone.</summary>
    OnlySignaturePassword = 24,

    /// <summary>The smartphone application did not book the reset, or its time is over.</summary>
    NotBooked = 25,

    /// <summary>The card has no certificate that the step needs.</summary>
    CertificateMissing = 26,

    /// <summary>This place is not open to the step, by date or for want of a designation.</summary>
    PlaceNotOpen = 27,

    /// <summary>The card itself must be brought.</summary>
    CardMissing = 28,

    /// <summary>The loss was not reported to the police.</summary>
    LossNotReported = 29,

    /// <summary>It is too early to renew.</summary>
    TooEarly = 30,

    /// <summary>Nothing changed.</summary>
    NothingChanged = 31,

    /// <summary>On this day the law knows no continued use abroad.</summary>
    NoContinuedUseYet = 32,

    /// <summary>Continued use abroad is asked for before the departure.</summary>
    AlreadyDeparted = 33,

    /// <summary>No PIN was named.</summary>
    NoPinNamed = 34,
}
