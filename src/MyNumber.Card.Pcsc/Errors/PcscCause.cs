namespace MyNumber.Card.Pcsc.Errors;

/// <summary>Why a PC/SC call failed, in terms that a user can act on. Many codes share one cause; <see cref="PcscErrors"/> has both texts and codes.</summary>
public enum PcscCause
{
    /// <summary>No cause that this library knows.</summary>
    Other = 0,

    /// <summary>The PC/SC library is not on this machine.</summary>
    LibraryMissing = 1,

    /// <summary>The PC/SC service does not run, or has just ended.</summary>
    ServiceNotRunning = 2,

    /// <summary>This user may not use the service or the card.</summary>
    AccessDenied = 3,

    /// <summary>No reader is connected.</summary>
    NoReader = 4,

    /// <summary>The reader of that name is gone, or cannot be used now.</summary>
    ReaderUnavailable = 5,

    /// <summary>No card is in the reader.</summary>
    CardAbsent = 6,

    /// <summary>Another program holds the card.</summary>
    CardInUse = 7,

    /// <summary>Another program, or the system, reset the card: the selected application and all verified PINs are gone.</summary>
    CardReset = 8,

    /// <summary>The card does not answer.</summary>
    CardUnresponsive = 9,

    /// <summary>The card has no power.</summary>
    CardUnpowered = 10,

    /// <summary>Reader and card have no protocol in common, or the reader does not support the card.</summary>
    ProtocolMismatch = 11,

    /// <summary>Bytes between reader and card were lost.</summary>
    CommunicationFailed = 12,

    /// <summary>The answer is longer than the buffer.</summary>
    AnswerTooLong = 13,

    /// <summary>The connection belongs to a service that has ended.</summary>
    ConnectionLost = 14,

    /// <summary>The wait was ended.</summary>
    Cancelled = 15,

    /// <summary>The service did not answer in time, or is too busy.</summary>
    TimedOut = 16,

    /// <summary>The service or the machine has no memory left.</summary>
    OutOfResources = 17,

    /// <summary>Reader or service does not support what was asked for.</summary>
    NotSupported = 18,
}
