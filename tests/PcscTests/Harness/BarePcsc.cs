using System.Runtime.InteropServices;

namespace MyNumber.PcscTests.Harness;

/// <summary>The calls of PC/SC that tests and timings make with nothing in between (Linux, 64 bits: every number has 8 bytes).</summary>
internal static class BarePcsc
{
    public const nuint SystemScope = 2;
    public const nuint Shared = 2;
    public const nuint AnyProtocol = 3;
    public const nuint PowerDown = 2;
    public const nuint PresentFlag = 0x20;
    public const nuint ChangedFlag = 0x02;

    private const string Library = "libpcsclite.so.1";

    public static void Demand(nint code)
    {
        if (code != 0)
        {
            throw new InvalidOperationException($"PC/SC answered {(uint)code:X8}.");
        }
    }

    [DllImport(Library)]
    public static extern nint SCardEstablishContext(nuint scope, nint reserved1, nint reserved2, out nint context);

    [DllImport(Library)]
    public static extern nint SCardReleaseContext(nint context);

    [DllImport(Library)]
    public static extern nint SCardGetStatusChange(nint context, nuint timeout, ref ReaderState state, nuint count);

    [DllImport(Library)]
    public static extern nint SCardConnect(nint context, [MarshalAs(UnmanagedType.LPUTF8Str)] string reader, nuint share, nuint protocols, out nint card, out nuint protocol);

    [DllImport(Library)]
    public static extern nint SCardDisconnect(nint card, nuint disposition);

    [DllImport(Library)]
    public static extern nint SCardTransmit(nint card, in IoRequest protocol, byte[] command, nuint commandLength, nint answerProtocol, byte[] response, ref nuint length);

    /// <summary>SCARD_READERSTATE.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ReaderState
    {
        public nint Name;
        public nint UserData;
        public nuint Current;
        public nuint Event;
        public nuint AnswerLength;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 33)]
        public byte[] Answer;
    }

    /// <summary>SCARD_IO_REQUEST.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct IoRequest
    {
        public nuint Protocol;
        public nuint Length;
    }
}
