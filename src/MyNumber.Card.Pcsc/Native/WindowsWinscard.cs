using System.Runtime.InteropServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>winscard.dll of Windows, by the entry points for UTF-16.</summary>
internal sealed unsafe partial class WindowsWinscard : IWinscard
{
    private const string Library = "winscard.dll";

    public uint EstablishContext(out nint context) => SCardEstablishContext(PcscConstants.ScopeSystem, 0, 0, out context);

    public uint ReleaseContext(nint context) => SCardReleaseContext(context);

    public uint Cancel(nint context) => SCardCancel(context);

    public uint ListReaders(nint context, byte* readers, ref uint length) => SCardListReadersW(context, 0, readers, ref length);

    public uint GetStatusChange(nint context, uint timeoutMilliseconds, byte* states, uint count) =>
        SCardGetStatusChangeW(context, timeoutMilliseconds, states, count);

    public uint Connect(nint context, byte* reader, uint share, uint protocols, out nint card, out uint protocol) =>
        SCardConnectW(context, reader, share, protocols, out card, out protocol);

    public uint Reconnect(nint card, uint share, uint protocols, uint initialization, out uint protocol) =>
        SCardReconnect(card, share, protocols, initialization, out protocol);

    public uint Status(nint card, out uint state)
    {
        uint nameLength = 0;
        uint answerToResetLength = 0;
        return SCardStatusW(card, 0, ref nameLength, out state, out _, 0, ref answerToResetLength);
    }

    public uint Disconnect(nint card, uint disposition) => SCardDisconnect(card, disposition);

    public uint BeginTransaction(nint card) => SCardBeginTransaction(card);

    public uint EndTransaction(nint card, uint disposition) => SCardEndTransaction(card, disposition);

    public uint Transmit(nint card, byte* request, byte* command, uint commandLength, byte* response, ref uint responseLength) =>
        SCardTransmit(card, request, command, commandLength, null, response, ref responseLength);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardEstablishContext(uint scope, nint reserved1, nint reserved2, out nint context);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardReleaseContext(nint context);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardCancel(nint context);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardListReadersW(nint context, nint groups, byte* readers, ref uint length);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardGetStatusChangeW(nint context, uint timeout, byte* states, uint count);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardConnectW(nint context, byte* reader, uint share, uint protocols, out nint card, out uint protocol);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardReconnect(nint card, uint share, uint protocols, uint initialization, out uint protocol);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardStatusW(
        nint card, nint name, ref uint nameLength, out uint state, out uint protocol, nint answerToReset, ref uint answerToResetLength);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardDisconnect(nint card, uint disposition);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardBeginTransaction(nint card);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardEndTransaction(nint card, uint disposition);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint SCardTransmit(
        nint card, byte* sendRequest, byte* command, uint commandLength, byte* receiveRequest, byte* response, ref uint responseLength);
}
