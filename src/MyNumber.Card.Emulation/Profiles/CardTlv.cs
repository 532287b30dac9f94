using System.Buffers.Binary;

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

    /// <summary>Encodes objects under one tag behind a table of their places: 16-bit offsets from the beginning of the file (§4.3, §4.6).</summary>
    /// <exception cref="ArgumentException">An object would lie where READ BINARY does not reach (15 bits).</exception>
    public static byte[] EncodeWithOffsets(ushort tag, ushort offsetsTag, byte[][] objects)
    {
        byte[] offsets = new byte[objects.Length * 2];
        int offsetsLength = HeaderLength(offsets.Length) + offsets.Length;
        int position = HeaderLength(offsetsLength + objects.Sum(item => item.Length)) + offsetsLength;
        for (int i = 0; i < objects.Length; i++)
        {
            if (position > short.MaxValue)
            {
                throw new ArgumentException("The objects are too long for the card.", nameof(objects));
            }

            BinaryPrimitives.WriteUInt16BigEndian(offsets.AsSpan(i * 2), (ushort)position);
            position += objects[i].Length;
        }

        return Encode(tag, [.. Encode(offsetsTag, offsets), .. objects.SelectMany(item => item)]);
    }
}
