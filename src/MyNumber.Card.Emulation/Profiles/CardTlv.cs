namespace MyNumber.Card.Emulation.Profiles;

/// <summary>The card's TLV writing: two-byte tags, one length byte below 128 and otherwise always <c>82 hh ll</c> (confirmed on real dumps, §4.1).</summary>
internal static class CardTlv
{
    private const int LongestShortForm = 127;

    /// <summary>Bytes of tag and length in front of a value of this length.</summary>
    public static int HeaderLength(int valueLength) => valueLength <= LongestShortForm ? 3 : 5;

    /// <summary>Encodes one object.</summary>
    /// <exception cref="ArgumentException">The value is longer than 65,535 bytes.</exception>
    public static byte[] Encode(ushort tag, ReadOnlySpan<byte> value)
    {
        if (value.Length > ushort.MaxValue)
        {
            throw new ArgumentException("The value is too long for a card object.", nameof(value));
        }

        byte high = (byte)(tag >> 8), low = (byte)(tag & 0xFF);
        return value.Length <= LongestShortForm
            ? [high, low, (byte)value.Length, .. value]
            : [high, low, 0x82, (byte)(value.Length >> 8), (byte)(value.Length & 0xFF), .. value];
    }
}
