namespace MyNumber.Card.Emulation.Commands;

/// <summary>Status words that the card answers (project research notes on the card, §5.8). The card keeps its own table on purpose: the client's is judged by it.</summary>
/// <remarks>Sorted by the check of <see cref="CheckOrder"/> that answers them; what an application answers itself comes last.</remarks>
internal static class Status
{
    public const ushort Success = 0x9000;

    // form, body
    public const ushort WrongLength = 0x6700;

    // class, instruction
    public const ushort UnknownClass = 0x6E00;
    public const ushort LogicalChannel = 0x6881;
    public const ushort UnknownInstruction = 0x6D00;

    // secure messaging
    public const ushort SecureMessaging = 0x6882;
    public const ushort SecureMessagingObjectMissing = 0x6987;
    public const ushort SecureMessagingObject = 0x6988;
    public const ushort NoSecureMessagingSession = 0x69FC;

    // parameters
    public const ushort WrongParameters = 0x6A86;

    // target, kind, access
    public const ushort NoCurrentFile = 0x6986;
    public const ushort NotFound = 0x6A82;
    public const ushort WrongKind = 0x6981;
    public const ushort SecurityStatus = 0x6982;

    // action
    public const ushort NoTryLimit = 0x6300;
    public const ushort AuthenticationBlocked = 0x6983;
    public const ushort ReferenceBlocked = 0x6984;
    public const ushort ConditionsOfUse = 0x6985;
    public const ushort WrongData = 0x6A80;
    public const ushort FunctionNotSupported = 0x6A81;
    public const ushort RecordNotFound = 0x6A83;
    public const ushort DataNotFound = 0x6A88;
    public const ushort OffsetBeyondFile = 0x6B00;
    public const ushort NoDiagnosis = 0x6F00;

    /// <summary>63Cx: <paramref name="tries"/> tries left, 0 to 15.</summary>
    public static ushort TriesLeft(int tries) => (ushort)(0x63C0 | tries);
}
