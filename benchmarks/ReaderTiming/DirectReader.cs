using static MyNumber.PcscTests.Harness.BarePcsc;

namespace MyNumber.ReaderTiming;

/// <summary>A card by the bare calls of PC/SC with nothing in between: what any library over them is measured against.</summary>
internal sealed class DirectReader : IDisposable
{
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
}
