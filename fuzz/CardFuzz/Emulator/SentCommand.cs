namespace MyNumber.CardFuzz.Emulator;

/// <summary>ISO/IEC 7816-3 §12.1.3, read once more and apart from the emulator: what a command carries and the most data that its answer may have.</summary>
internal readonly ref struct SentCommand
{
    private SentCommand(ReadOnlySpan<byte> data, int expected)
    {
        Data = data;
        Expected = expected;
        IsWellFormed = true;
    }

    public bool IsWellFormed { get; }

    public ReadOnlySpan<byte> Data { get; }

    public int Expected { get; }

    public static SentCommand Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
        {
            return default;
        }

        ReadOnlySpan<byte> body = bytes[4..];
        return body switch
        {
            [] => new SentCommand(default, 0),
            [byte le] => new SentCommand(default, le == 0 ? 256 : le),
            [0x00, byte high, byte low] => new SentCommand(default, ((high << 8) | low) is > 0 and int le ? le : 65536),
            [0x00, byte high, byte low, ..] when ((high << 8) | low) is > 0 and int lc => Rest(body[3..], lc, 2),
            [> 0x00 and byte lc, ..] => Rest(body[1..], lc, 1),
            _ => default,
        };
    }

    private static SentCommand Rest(ReadOnlySpan<byte> rest, int lc, int leLength)
    {
        if (rest.Length == lc)
        {
            return new SentCommand(rest, 0);
        }

        if (rest.Length != lc + leLength)
        {
            return default;
        }

        int le = leLength == 1 ? rest[lc] : (rest[lc] << 8) | rest[lc + 1];
        return new SentCommand(rest[..lc], le != 0 ? le : leLength == 1 ? 256 : 65536);
    }
}
