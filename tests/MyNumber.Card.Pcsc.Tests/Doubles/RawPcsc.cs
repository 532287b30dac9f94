using MyNumber.Card.Pcsc.Native;

namespace MyNumber.Card.Pcsc.Tests.Doubles;

/// <summary>A platform's library that keeps the raw bytes it was given and writes raw bytes back.</summary>
internal sealed unsafe class RawPcsc(int characterSize, int stateSize) : IWinscard
{
    public byte[] Names { get; set; } = [];

    public uint? ToldLength { get; set; }

    public Queue<uint> ListCodes { get; } = new();

    public int Lists { get; private set; }

    public byte[] Name { get; private set; } = [];

    public uint State { get; set; }

    public uint StatusCode { get; set; }

    public byte[] States { get; private set; } = [];

    public List<byte[]> StateNames { get; } = [];

    /// <summary>Bytes to put over the states, by offset.</summary>
    public List<(int Offset, byte[] Bytes)> Patches { get; } = [];

    public byte[] Request { get; private set; } = [];

    public byte[] Command { get; private set; } = [];

    public byte[] Response { get; set; } = [0x90, 0x00];

    public uint? ToldResponse { get; set; }

    public uint EstablishContext(out nint context)
    {
        context = 7;
        return 0;
    }

    public uint ReleaseContext(nint context) => 0;

    public uint Cancel(nint context) => 0;

    public uint ListReaders(nint context, byte* readers, ref uint length)
    {
        Lists++;
        uint code = ListCodes.TryDequeue(out uint scripted) ? scripted : 0;
        if (readers != null && code == 0)
        {
            Names.CopyTo(new Span<byte>(readers, Names.Length));
        }

        length = ToldLength ?? (uint)(Names.Length / characterSize);
        return code;
    }

    public uint GetStatusChange(nint context, uint timeoutMilliseconds, byte* states, uint count)
    {
        States = new Span<byte>(states, (int)count * stateSize).ToArray();
        for (int i = 0; i < count; i++)
        {
            StateNames.Add(Text((byte*)*(nint*)(states + (i * stateSize))));
        }

        foreach ((int offset, byte[] bytes) in Patches)
        {
            bytes.CopyTo(new Span<byte>(states + offset, bytes.Length));
        }

        return 0;
    }

    public uint Connect(nint context, byte* reader, uint share, uint protocols, out nint card, out uint protocol)
    {
        Name = Text(reader);
        card = 9;
        protocol = 2;
        return (share, protocols) == (2, 3) ? 0 : 0x80100004;
    }

    public uint Reconnect(nint card, uint share, uint protocols, uint initialization, out uint protocol)
    {
        protocol = 2;
        return (share, protocols) == (2, 3) ? initialization : 0x80100004;
    }

    public uint Status(nint card, out uint state)
    {
        state = State;
        return StatusCode;
    }

    public uint Disconnect(nint card, uint disposition) => disposition;

    public uint BeginTransaction(nint card) => 0;

    public uint EndTransaction(nint card, uint disposition) => disposition;

    public uint Transmit(nint card, byte* request, byte* command, uint commandLength, byte* response, ref uint responseLength)
    {
        Request = new Span<byte>(request, 16).ToArray();
        Command = new Span<byte>(command, (int)commandLength).ToArray();
        Response.CopyTo(new Span<byte>(response, (int)responseLength));
        responseLength = ToldResponse ?? (uint)Response.Length;
        return 0;
    }

    /// <summary>The bytes up to and with the zero character.</summary>
    private byte[] Text(byte* text)
    {
        int length = 0;
        while (!new Span<byte>(text + length, characterSize).TrimStart((byte)0).IsEmpty)
        {
            length += characterSize;
        }

        return new Span<byte>(text, length + characterSize).ToArray();
    }
}
