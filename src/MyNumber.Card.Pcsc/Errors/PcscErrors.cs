using System.Collections.Frozen;

namespace MyNumber.Card.Pcsc.Errors;

/// <summary>The table of errors (エラー表): return codes of winscard.h and of the Windows system, as causes with a remedy.</summary>
/// <remarks>Names and values are those of pcsc-lite 1.9.9 and of Windows; <c>0x8010001F</c> has two names there. Thread safe.</remarks>
public static class PcscErrors
{
    private static readonly FrozenDictionary<uint, PcscError> _byCode;

    static PcscErrors()
    {
        All = Array.AsReadOnly(Rows());
        _byCode = All.ToFrozenDictionary(error => error.Code);
    }

    /// <summary>Every row, ascending by code; the first one is the missing library.</summary>
    public static IReadOnlyList<PcscError> All { get; }

    /// <summary>The row for a machine without a PC/SC library; its code is 0.</summary>
    public static PcscError LibraryMissing => All[0];

    /// <summary>Finds the row of a return code.</summary>
    /// <param name="code">The code, not 0.</param>
    /// <returns>The row; for a code that is not in the table one with <see cref="PcscCause.Other"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">0 is success and no error.</exception>
    public static PcscError Of(uint code)
    {
        ArgumentOutOfRangeException.ThrowIfZero(code);
        return _byCode.TryGetValue(code, out PcscError? error) ? error : Row(code, "unknown", PcscCause.Other);
    }

    private static PcscError Row(uint code, string symbol, PcscCause cause) =>
        new(code, symbol, cause, PcscAdviceTable.English(cause), PcscAdviceTable.Japanese(cause));

    private static PcscError[] Rows() =>
    [
        Row(0x0000_0000, "no library", PcscCause.LibraryMissing),
        Row(0x0000_0005, "ERROR_ACCESS_DENIED", PcscCause.AccessDenied),
        Row(0x0000_0006, "ERROR_INVALID_HANDLE", PcscCause.ConnectionLost),
        Row(0x0000_0016, "ERROR_BAD_COMMAND", PcscCause.NotSupported),
        Row(0x0000_001F, "ERROR_GEN_FAILURE", PcscCause.CommunicationFailed),
        Row(0x0000_0032, "ERROR_NOT_SUPPORTED", PcscCause.NotSupported),
        Row(0x0000_0079, "ERROR_SEM_TIMEOUT", PcscCause.TimedOut),
        Row(0x0000_007A, "ERROR_INSUFFICIENT_BUFFER", PcscCause.AnswerTooLong),
        Row(0x0000_0109, "ERROR_BROKEN_PIPE", PcscCause.ServiceNotRunning),
        Row(0x0000_03E3, "ERROR_OPERATION_ABORTED", PcscCause.Cancelled),
        Row(0x0000_045D, "ERROR_IO_DEVICE", PcscCause.CommunicationFailed),
        Row(0x0000_06BA, "RPC_S_SERVER_UNAVAILABLE", PcscCause.ServiceNotRunning),
        Row(0x8010_0001, "SCARD_F_INTERNAL_ERROR", PcscCause.Other),
        Row(0x8010_0002, "SCARD_E_CANCELLED", PcscCause.Cancelled),
        Row(0x8010_0003, "SCARD_E_INVALID_HANDLE", PcscCause.ConnectionLost),
        Row(0x8010_0004, "SCARD_E_INVALID_PARAMETER", PcscCause.Other),
        Row(0x8010_0005, "SCARD_E_INVALID_TARGET", PcscCause.Other),
        Row(0x8010_0006, "SCARD_E_NO_MEMORY", PcscCause.OutOfResources),
        Row(0x8010_0007, "SCARD_F_WAITED_TOO_LONG", PcscCause.TimedOut),
        Row(0x8010_0008, "SCARD_E_INSUFFICIENT_BUFFER", PcscCause.AnswerTooLong),
        Row(0x8010_0009, "SCARD_E_UNKNOWN_READER", PcscCause.ReaderUnavailable),
        Row(0x8010_000A, "SCARD_E_TIMEOUT", PcscCause.TimedOut),
        Row(0x8010_000B, "SCARD_E_SHARING_VIOLATION", PcscCause.CardInUse),
        Row(0x8010_000C, "SCARD_E_NO_SMARTCARD", PcscCause.CardAbsent),
        Row(0x8010_000D, "SCARD_E_UNKNOWN_CARD", PcscCause.Other),
        Row(0x8010_000E, "SCARD_E_CANT_DISPOSE", PcscCause.NotSupported),
        Row(0x8010_000F, "SCARD_E_PROTO_MISMATCH", PcscCause.ProtocolMismatch),
        Row(0x8010_0010, "SCARD_E_NOT_READY", PcscCause.ReaderUnavailable),
        Row(0x8010_0011, "SCARD_E_INVALID_VALUE", PcscCause.Other),
        Row(0x8010_0012, "SCARD_E_SYSTEM_CANCELLED", PcscCause.Cancelled),
        Row(0x8010_0013, "SCARD_F_COMM_ERROR", PcscCause.CommunicationFailed),
        Row(0x8010_0014, "SCARD_F_UNKNOWN_ERROR", PcscCause.Other),
        Row(0x8010_0015, "SCARD_E_INVALID_ATR", PcscCause.CardUnresponsive),
        Row(0x8010_0016, "SCARD_E_NOT_TRANSACTED", PcscCause.CommunicationFailed),
        Row(0x8010_0017, "SCARD_E_READER_UNAVAILABLE", PcscCause.ReaderUnavailable),
        Row(0x8010_0018, "SCARD_P_SHUTDOWN", PcscCause.ServiceNotRunning),
        Row(0x8010_0019, "SCARD_E_PCI_TOO_SMALL", PcscCause.Other),
        Row(0x8010_001A, "SCARD_E_READER_UNSUPPORTED", PcscCause.NotSupported),
        Row(0x8010_001B, "SCARD_E_DUPLICATE_READER", PcscCause.ReaderUnavailable),
        Row(0x8010_001C, "SCARD_E_CARD_UNSUPPORTED", PcscCause.ProtocolMismatch),
        Row(0x8010_001D, "SCARD_E_NO_SERVICE", PcscCause.ServiceNotRunning),
        Row(0x8010_001E, "SCARD_E_SERVICE_STOPPED", PcscCause.ServiceNotRunning),
        Row(0x8010_001F, "SCARD_E_UNEXPECTED", PcscCause.Other),
        Row(0x8010_0022, "SCARD_E_UNSUPPORTED_FEATURE", PcscCause.NotSupported),
        Row(0x8010_0027, "SCARD_E_NO_ACCESS", PcscCause.AccessDenied),
        Row(0x8010_002E, "SCARD_E_NO_READERS_AVAILABLE", PcscCause.NoReader),
        Row(0x8010_002F, "SCARD_E_COMM_DATA_LOST", PcscCause.CommunicationFailed),
        Row(0x8010_0031, "SCARD_E_SERVER_TOO_BUSY", PcscCause.TimedOut),
        Row(0x8010_0065, "SCARD_W_UNSUPPORTED_CARD", PcscCause.ProtocolMismatch),
        Row(0x8010_0066, "SCARD_W_UNRESPONSIVE_CARD", PcscCause.CardUnresponsive),
        Row(0x8010_0067, "SCARD_W_UNPOWERED_CARD", PcscCause.CardUnpowered),
        Row(0x8010_0068, "SCARD_W_RESET_CARD", PcscCause.CardReset),
        Row(0x8010_0069, "SCARD_W_REMOVED_CARD", PcscCause.CardAbsent),
        Row(0x8010_006A, "SCARD_W_SECURITY_VIOLATION", PcscCause.AccessDenied),
        Row(0x8010_006E, "SCARD_W_CANCELLED_BY_USER", PcscCause.Cancelled),
    ];
}
