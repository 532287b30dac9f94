using System.Runtime.InteropServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>libpcsclite of Linux and FreeBSD. Codes come back as positive longs, so the low 32 bits are taken.</summary>
internal sealed unsafe partial class LinuxWinscard : IWinscard
{
    private const string Library = "libpcsclite.so.1";

    public uint EstablishContext(out nint context) => Code(SCardEstablishContext(PcscConstants.ScopeSystem, 0, 0, out context));

    public uint ReleaseContext(nint context) => Code(SCardReleaseContext(context));

    public uint Cancel(nint context) => Code(SCardCancel(context));

    public uint ListReaders(nint context, byte* readers, ref uint length)
    {
        nuint wide = length;
        uint code = Code(SCardListReaders(context, 0, readers, ref wide));
        length = (uint)wide;
        return code;
    }

    public uint GetStatusChange(nint context, uint timeoutMilliseconds, byte* states, uint count) =>
        Code(SCardGetStatusChange(context, timeoutMilliseconds, states, count));

    public uint Connect(nint context, byte* reader, uint share, uint protocols, out nint card, out uint protocol)
    {
        uint code = Code(SCardConnect(context, reader, share, protocols, out card, out nuint wide));
        protocol = (uint)wide;
        return code;
    }

    public uint Reconnect(nint card, uint share, uint protocols, uint initialization, out uint protocol)
    {
        uint code = Code(SCardReconnect(card, share, protocols, initialization, out nuint wide));
        protocol = (uint)wide;
        return code;
    }

    public uint Status(nint card, out uint state)
    {
        nuint nameLength = 0;
        nuint answerToResetLength = 0;
        uint code = Code(SCardStatus(card, 0, ref nameLength, out nuint wide, out _, 0, ref answerToResetLength));
        state = unchecked((uint)wide);
        return code;
    }

    public uint Disconnect(nint card, uint disposition) => Code(SCardDisconnect(card, disposition));

    public uint BeginTransaction(nint card) => Code(SCardBeginTransaction(card));

    public uint EndTransaction(nint card, uint disposition) => Code(SCardEndTransaction(card, disposition));

    public uint Transmit(nint card, byte* request, byte* command, uint commandLength, byte* response, ref uint responseLength)
    {
        nuint wide = responseLength;
        uint code = Code(SCardTransmit(card, request, command, commandLength, null, response, ref wide));
        responseLength = (uint)wide;
        return code;
    }

    private static uint Code(nint code) => unchecked((uint)code);

    [LibraryImport(Library)]
    private static partial nint SCardEstablishContext(nuint scope, nint reserved1, nint reserved2, out nint context);

    [LibraryImport(Library)]
    private static partial nint SCardReleaseContext(nint context);

    [LibraryImport(Library)]
    private static partial nint SCardCancel(nint context);

    [LibraryImport(Library)]
    private static partial nint SCardListReaders(nint context, nint groups, byte* readers, ref nuint length);

    [LibraryImport(Library)]
    private static partial nint SCardGetStatusChange(nint context, nuint timeout, byte* states, nuint count);

    [LibraryImport(Library)]
    private static partial nint SCardConnect(nint context, byte* reader, nuint share, nuint protocols, out nint card, out nuint protocol);

    [LibraryImport(Library)]
    private static partial nint SCardReconnect(nint card, nuint share, nuint protocols, nuint initialization, out nuint protocol);

    [LibraryImport(Library)]
    private static partial nint SCardStatus(
        nint card, nint name, ref nuint nameLength, out nuint state, out nuint protocol, nint answerToReset, ref nuint answerToResetLength);

    [LibraryImport(Library)]
    private static partial nint SCardDisconnect(nint card, nuint disposition);

    [LibraryImport(Library)]
    private static partial nint SCardBeginTransaction(nint card);

    [LibraryImport(Library)]
    private static partial nint SCardEndTransaction(nint card, nuint disposition);

    [LibraryImport(Library)]
    private static partial nint SCardTransmit(
        nint card, byte* sendRequest, byte* command, nuint commandLength, byte* receiveRequest, byte* response, ref nuint responseLength);
}
