using MyNumber.Card.Pcsc.Native;

namespace MyNumber.Card.Pcsc.Tests.Doubles;

/// <summary>A service with one card that answers 9000 and keeps no notes, so that it takes no memory.</summary>
internal sealed class QuietPcsc : IPcscNative
{
    public bool HasPlugAndPlay => true;

    public uint EstablishContext(out nint context)
    {
        context = 0;
        return 0;
    }

    public uint ReleaseContext(nint context) => 0;

    public uint Cancel(nint context) => 0;

    public uint ListReaders(nint context, out string[] readers)
    {
        readers = ["A"];
        return 0;
    }

    public uint GetStatusChange(nint context, uint timeoutMilliseconds, ReadOnlySpan<WatchedReader> readers) => 0;

    public uint Connect(nint context, string reader, out nint card, out uint protocol)
    {
        card = 0;
        protocol = 2;
        return 0;
    }

    public uint Reconnect(nint card, uint initialization, out uint protocol)
    {
        protocol = 2;
        return 0;
    }

    public uint ReadPower(nint card, out bool isPowered)
    {
        isPowered = true;
        return 0;
    }

    public uint Disconnect(nint card, uint disposition) => 0;

    public uint BeginTransaction(nint card) => 0;

    public uint EndTransaction(nint card, uint disposition) => 0;

    public uint Transmit(nint card, uint protocol, ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        response[0] = 0x90;
        response[1] = 0x00;
        length = 2;
        return 0;
    }
}
