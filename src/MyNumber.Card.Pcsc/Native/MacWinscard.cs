using System.Runtime.InteropServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>PCSC.framework of macOS, whose contexts and handles have 4 bytes.</summary>
internal sealed unsafe partial class MacWinscard : IWinscard
{
    private const string Library = "/System/Library/Frameworks/PCSC.framework/PCSC";

    public uint EstablishContext(out nint context)
    {
        uint code = SCardEstablishContext(PcscConstants.ScopeSystem, 0, 0, out int narrow);
        context = narrow;
        return code;
    }

    public uint ReleaseContext(nint context) => SCardReleaseContext((int)context);

    public uint Cancel(nint context) => SCardCancel((int)context);

    public uint ListReaders(nint context, byte* readers, ref uint length) => SCardListReaders((int)context, 0, readers, ref length);

    public uint GetStatusChange(nint context, uint timeoutMilliseconds, byte* states, uint count) =>
        SCardGetStatusChange((int)context, timeoutMilliseconds, states, count);

    public uint Connect(nint context, byte* reader, uint share, uint protocols, out nint card, out uint protocol)
    {
        uint code = SCardConnect((int)context, reader, share, protocols, out int narrow, out protocol);
        card = narrow;
        return code;
    }

    public uint Reconnect(nint card, uint share, uint protocols, uint initialization, out uint protocol) =>
        SCardReconnect((int)card, share, protocols, initialization, out protocol);

    public uint Status(nint card, out uint state)
    {
        uint nameLength = 0;
        uint answerToResetLength = 0;
        return SCardStatus((int)card, 0, ref nameLength, out state, out _, 0, ref answerToResetLength);
    }

    public uint Disconnect(nint card, uint disposition) => SCardDisconnect((int)card, disposition);

    public uint BeginTransaction(nint card) => SCardBeginTransaction((int)card);

    public uint EndTransaction(nint card, uint disposition) => SCardEndTransaction((int)card, disposition);

    public uint Transmit(nint card, byte* request, byte* command, uint commandLength, byte* response, ref uint responseLength) =>
        SCardTransmit((int)card, request, command, commandLength, null, response, ref responseLength);

    [LibraryImport(Library)]
    private static partial uint SCardEstablishContext(uint scope, nint reserved1, nint reserved2, out int context);

    [LibraryImport(Library)]
    private static partial uint SCardReleaseContext(int context);

    [LibraryImport(Library)]
    private static partial uint SCardCancel(int context);

    [LibraryImport(Library)]
    private static partial uint SCardListReaders(int context, nint groups, byte* readers, ref uint length);

    [LibraryImport(Library)]
    private static partial uint SCardGetStatusChange(int context, uint timeout, byte* states, uint count);

    [LibraryImport(Library)]
    private static partial uint SCardConnect(int context, byte* reader, uint share, uint protocols, out int card, out uint protocol);

    [LibraryImport(Library)]
    private static partial uint SCardReconnect(int card, uint share, uint protocols, uint initialization, out uint protocol);

    [LibraryImport(Library)]
    private static partial uint SCardStatus(
        int card, nint name, ref uint nameLength, out uint state, out uint protocol, nint answerToReset, ref uint answerToResetLength);

    [LibraryImport(Library)]
    private static partial uint SCardDisconnect(int card, uint disposition);

    [LibraryImport(Library)]
    private static partial uint SCardBeginTransaction(int card);

    [LibraryImport(Library)]
    private static partial uint SCardEndTransaction(int card, uint disposition);

    [LibraryImport(Library)]
    private static partial uint SCardTransmit(
        int card, byte* sendRequest, byte* command, uint commandLength, byte* receiveRequest, byte* response, ref uint responseLength);
}
