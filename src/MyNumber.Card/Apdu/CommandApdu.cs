using System.Buffers.Binary;

namespace MyNumber.Card.Apdu;

//  case  CLA INS P1 P2 | Lc         | data      | Le          Nc        Ne
//  1     hh  hh  hh hh |            |           |             0         0
//  2S    hh  hh  hh hh |            |           | xx          0         1..256     256 is written 00
//  2E    hh  hh  hh hh |            |           | 00 xx xx    0         257..65536 65536 is written 00 00 00
//  3S    hh  hh  hh hh | nn         | Nc bytes  |             1..255    0
//  3E    hh  hh  hh hh | 00 nn nn   | Nc bytes  |             256..65535 0
//  4S    hh  hh  hh hh | nn         | Nc bytes  | xx          1..255    1..256
//  4E    hh  hh  hh hh | 00 nn nn   | Nc bytes  | xx xx       one of the two needs it; 65536 is written 00 00

/// <summary>A command APDU to be written into a caller's buffer (ISO/IEC 7816-3:2006 §12.1.3, ISO/IEC 7816-4 §5.2).</summary>
/// <remarks>A view: it copies nothing and owns nothing. <see langword="default"/> is the four-byte command <c>00 00 00 00</c>.</remarks>
public readonly ref struct CommandApdu
{
    /// <summary>The most data bytes that Lc can count.</summary>
    public const int MaximumDataLength = 65535;

    /// <summary>The most response bytes that Le can ask for.</summary>
    public const int MaximumExpectedLength = 65536;

    private readonly bool _forceExtended;

    /// <summary>Describes a command; the shortest of the seven cases that holds it is chosen.</summary>
    /// <param name="cla">Class byte.</param>
    /// <param name="ins">Instruction byte.</param>
    /// <param name="p1">First parameter.</param>
    /// <param name="p2">Second parameter.</param>
    /// <param name="data">Command data, 0 to 65,535 bytes; referenced, not copied. Empty means that no Lc is written.</param>
    /// <param name="expected">Ne, the most response bytes wanted, 1 to 65,536; 0 means that no Le is written at all.</param>
    /// <param name="forceExtended">Write extended length fields even where short ones would do.</param>
    /// <exception cref="ArgumentOutOfRangeException">Data or Ne is outside its range.</exception>
    public CommandApdu(byte cla, byte ins, byte p1, byte p2, ReadOnlySpan<byte> data = default, int expected = 0, bool forceExtended = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, MaximumDataLength, nameof(data));
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expected, MaximumExpectedLength);
        (Cla, Ins, P1, P2) = (cla, ins, p1, p2);
        Data = data;
        Expected = expected;
        _forceExtended = forceExtended;
    }

    /// <summary>Class byte.</summary>
    public byte Cla { get; }

    /// <summary>Instruction byte.</summary>
    public byte Ins { get; }

    /// <summary>First parameter.</summary>
    public byte P1 { get; }

    /// <summary>Second parameter.</summary>
    public byte P2 { get; }

    /// <summary>Command data; the caller's memory.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Ne, the most response bytes wanted; 0 when there is no Le.</summary>
    public int Expected { get; }

    /// <summary>The case that the command will be written as.</summary>
    public ApduCase Case
    {
        get
        {
            bool extended = _forceExtended || Data.Length > 255 || Expected > 256;
            return (Data.IsEmpty, Expected == 0) switch
            {
                (true, true) => ApduCase.Header,
                (true, false) => extended ? ApduCase.ExpectExtended : ApduCase.ExpectShort,
                (false, true) => extended ? ApduCase.DataExtended : ApduCase.DataShort,
                (false, false) => extended ? ApduCase.DataExpectExtended : ApduCase.DataExpectShort,
            };
        }
    }

    /// <summary>How many bytes <see cref="TryWrite"/> needs, 4 to 65,544.</summary>
    public int EncodedLength => Data.Length + Case switch
    {
        ApduCase.Header => 4,
        ApduCase.ExpectShort or ApduCase.DataShort => 5,
        ApduCase.DataExpectShort => 6,
        ApduCase.ExpectExtended or ApduCase.DataExtended => 7,
        _ => 9,
    };

    /// <summary>Writes the command.</summary>
    /// <param name="destination">The caller's buffer. When the data is secret the caller zeroes it.</param>
    /// <param name="written">The number of bytes written, or 0.</param>
    /// <returns><see langword="false"/> when <paramref name="destination"/> is shorter than <see cref="EncodedLength"/>; nothing is written then.</returns>
    public bool TryWrite(Span<byte> destination, out int written)
    {
        written = 0;
        if (destination.Length < EncodedLength)
        {
            return false;
        }

        bool extended = Case is ApduCase.ExpectExtended or ApduCase.DataExtended or ApduCase.DataExpectExtended;
        (destination[0], destination[1], destination[2], destination[3]) = (Cla, Ins, P1, P2);
        written = 4;
        if (!Data.IsEmpty)
        {
            written = WriteLength(destination, written, Data.Length, extended, withMarker: true);
            Data.CopyTo(destination[written..]);
            written += Data.Length;
        }

        if (Expected > 0)
        {
            written = WriteLength(destination, written, Expected, extended, withMarker: Data.IsEmpty);
        }

        return true;
    }

    private static int WriteLength(Span<byte> destination, int at, int length, bool extended, bool withMarker)
    {
        if (!extended)
        {
            destination[at] = (byte)(length & 0xFF);
            return at + 1;
        }

        if (withMarker)
        {
            destination[at++] = 0x00;
        }

        BinaryPrimitives.WriteUInt16BigEndian(destination[at..], (ushort)(length & 0xFFFF));
        return at + 2;
    }
}
