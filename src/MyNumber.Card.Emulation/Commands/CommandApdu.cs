using System.Buffers.Binary;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>A received command APDU, taken apart by ISO/IEC 7816-3 §12.1.3 (cases 1, 2S, 3S, 4S, 2E, 3E, 4E).</summary>
internal readonly ref struct CommandApdu
{
    private const int HeaderLength = 4;

    private CommandApdu(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
        {
            return;
        }

        HasHeader = true;
        Class = bytes[0];
        Instruction = bytes[1];
        P1 = bytes[2];
        P2 = bytes[3];
        IsWellFormed = TryReadBody(bytes[HeaderLength..], out ReadOnlySpan<byte> data, out int expected, out bool extended);
        Data = data;
        ExpectedLength = expected;
        IsExtended = extended;
    }

    private CommandApdu(CommandApdu secured, ReadOnlySpan<byte> data, int expectedLength)
    {
        this = secured;
        Data = data;
        ExpectedLength = expectedLength;
    }

    /// <summary>Whether at least four bytes came.</summary>
    public bool HasHeader { get; }

    /// <summary>Whether the bytes after the header are one of the seven cases.</summary>
    public bool IsWellFormed { get; }

    public byte Class { get; }

    public byte Instruction { get; }

    public byte P1 { get; }

    public byte P2 { get; }

    /// <summary>The command data, empty in cases 1 and 2.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Ne, 1 to 65,536, or 0 when no Le came.</summary>
    public int ExpectedLength { get; }

    /// <summary>Whether the lengths were in the extended form.</summary>
    public bool IsExtended { get; }

    public static CommandApdu Decode(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The same command with the body that was inside its secure-messaging object.</summary>
    public CommandApdu Unwrap(ReadOnlySpan<byte> data, int expectedLength) => new(this, data, expectedLength);

    private static bool TryReadBody(ReadOnlySpan<byte> body, out ReadOnlySpan<byte> data, out int expected, out bool extended)
    {
        data = default;
        expected = 0;
        extended = body.Length > 1 && body[0] == 0;
        if (body.Length <= 1)
        {
            expected = body.IsEmpty ? 0 : body[0] == 0 ? 256 : body[0];
            return true;
        }

        return extended ? TryReadExtended(body, ref data, ref expected) : TryReadShort(body, ref data, ref expected);
    }

    private static bool TryReadShort(ReadOnlySpan<byte> body, ref ReadOnlySpan<byte> data, ref int expected)
    {
        int length = body[0];
        switch (body.Length - 1 - length)
        {
            case 0:
                break;
            case 1:
                expected = body[^1] == 0 ? 256 : body[^1];
                break;
            default:
                return false;
        }

        data = body.Slice(1, length);
        return true;
    }

    private static bool TryReadExtended(ReadOnlySpan<byte> body, ref ReadOnlySpan<byte> data, ref int expected)
    {
        if (body.Length < 3)
        {
            return false;
        }

        int first = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        if (body.Length == 3)
        {
            expected = first == 0 ? 65536 : first;
            return true;
        }

        int rest = body.Length - 3 - first;
        if (first == 0 || (rest != 0 && rest != 2))
        {
            return false;
        }

        int last = rest == 2 ? BinaryPrimitives.ReadUInt16BigEndian(body[^2..]) : 0;
        expected = rest == 0 ? 0 : last == 0 ? 65536 : last;
        data = body.Slice(3, first);
        return true;
    }
}
