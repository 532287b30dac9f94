using System.Runtime.InteropServices;

namespace MyNumber.ReaderTiming;

/// <summary>The bare calls of PC/SC (Linux, 64 bits) with nothing in between: what any library over them is measured against.</summary>
internal sealed class DirectReader : IDisposable
{
    private const nuint SystemScope = 2;
    private const nuint Shared = 2;
    private const nuint AnyProtocol = 3;
    private const nuint PowerDown = 2;

    private readonly nint _context;
    private readonly nint _card;
    private readonly IoRequest _protocol;

    public DirectReader(string name)
    {
        Demand(SCardEstablishContext(SystemScope, 0, 0, out _context));
        Demand(SCardConnect(_context, name, Shared, AnyProtocol, out _card, out nuint protocol));
        _protocol = new IoRequest { Protocol = protocol, Length = 16 };
    }

    public int Transmit(byte[] command, byte[] response)
    {
        nuint length = (nuint)response.Length;
        Demand(SCardTransmit(_card, in _protocol, command, (nuint)command.Length, 0, response, ref length));
        return (int)length;
    }

    public void Dispose()
    {
        _ = SCardDisconnect(_card, PowerDown);
        _ = SCardReleaseContext(_context);
    }

    private static void Demand(nint code)
    {
        if (code != 0)
        {
            throw new InvalidOperationException($"PC/SC answered {(uint)code:X8}.");
        }
    }

    [DllImport("libpcsclite.so.1")]
    private static extern nint SCardEstablishContext(nuint scope, nint reserved1, nint reserved2, out nint context);

    [DllImport("libpcsclite.so.1")]
    private static extern nint SCardReleaseContext(nint context);

    [DllImport("libpcsclite.so.1")]
    private static extern nint SCardConnect(nint context, [MarshalAs(UnmanagedType.LPUTF8Str)] string reader, nuint share, nuint protocols, out nint card, out nuint protocol);

    [DllImport("libpcsclite.so.1")]
    private static extern nint SCardDisconnect(nint card, nuint disposition);

    [DllImport("libpcsclite.so.1")]
    private static extern nint SCardTransmit(nint card, in IoRequest protocol, byte[] command, nuint commandLength, nint answerProtocol, byte[] response, ref nuint length);

    [StructLayout(LayoutKind.Sequential)]
    private struct IoRequest
    {
        public nuint Protocol;
        public nuint Length;
    }
}
