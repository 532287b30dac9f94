namespace MyNumber.Card.Tlv;

/// <summary>Tag and length of a BER-TLV object (ISO/IEC 8825-1 §8.1, as the card's files use it).</summary>
/// <remarks>Tags of one or two bytes. Lengths in every definite form up to <c>83</c>, minimal or not: the card writes <c>82 hh ll</c> for 128 bytes and more,
/// also where <c>81</c> would do (research notes, from dumps of cards). <see langword="default"/> is an empty object with tag 0.</remarks>
public readonly struct BerTlvHeader
{
    /// <summary>The longest value that is accepted, in bytes: no file of the card comes near it.</summary>
    public const int MaximumValueLength = 65535;

    private BerTlvHeader(ushort tag, int headerLength, int valueLength)
    {
        Tag = tag;
        HeaderLength = headerLength;
        ValueLength = valueLength;
    }

    /// <summary>The tag's bytes as a number, such as <c>0x30</c> or <c>0xFF20</c>.</summary>
    public ushort Tag { get; }

    /// <summary>Bytes of tag and length together, 2 to 6.</summary>
    public int HeaderLength { get; }

    /// <summary>Bytes of the value, 0 to 65,535.</summary>
    public int ValueLength { get; }

    /// <summary>Bytes of the whole object.</summary>
    public int TotalLength => HeaderLength + ValueLength;

    /// <summary>Reads tag and length; the value need not be there.</summary>
    /// <param name="bytes">The object's first bytes.</param>
    /// <param name="header">The header when the result is <see cref="BerTlvHeaderResult.Complete"/>.</param>
    /// <returns>What was found.</returns>
    public static BerTlvHeaderResult Parse(ReadOnlySpan<byte> bytes, out BerTlvHeader header)
    {
        header = default;
        if (bytes.IsEmpty)
        {
            return BerTlvHeaderResult.NeedsMore;
        }

        int tagLength = (bytes[0] & 0x1F) == 0x1F ? 2 : 1;
        if (bytes.Length <= tagLength)
        {
            return BerTlvHeaderResult.NeedsMore;
        }

        if (tagLength == 2 && (bytes[1] & 0x80) != 0)
        {
            return BerTlvHeaderResult.Malformed;
        }

        ushort tag = (ushort)(tagLength == 2 ? (bytes[0] << 8) | bytes[1] : bytes[0]);
        BerTlvHeaderResult result = ParseLength(bytes[tagLength..], out int lengthLength, out int valueLength);
        header = result == BerTlvHeaderResult.Complete ? new BerTlvHeader(tag, tagLength + lengthLength, valueLength) : default;
        return result;
    }

    private static BerTlvHeaderResult ParseLength(ReadOnlySpan<byte> bytes, out int lengthLength, out int valueLength)
    {
        (lengthLength, valueLength) = (1, bytes[0]);
        if (bytes[0] < 0x80)
        {
            return BerTlvHeaderResult.Complete;
        }

        int count = bytes[0] & 0x7F;
        if (count is 0 or > 3)
        {
            return BerTlvHeaderResult.Malformed;
        }

        if (bytes.Length <= count)
        {
            return BerTlvHeaderResult.NeedsMore;
        }

        valueLength = 0;
        foreach (byte part in bytes.Slice(1, count))
        {
            valueLength = (valueLength << 8) | part;
        }

        lengthLength = 1 + count;
        return valueLength <= MaximumValueLength ? BerTlvHeaderResult.Complete : BerTlvHeaderResult.Malformed;
    }
}
