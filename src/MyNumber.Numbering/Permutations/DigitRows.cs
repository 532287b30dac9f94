using System.Buffers.Binary;

namespace MyNumber.Numbering.Permutations;

/// <summary>Rows of eleven ASCII digits to integers and back, eight digits at a time within a 64-bit word, in constant time.</summary>
internal static class DigitRows
{
    /// <summary>Digits of a row.</summary>
    public const int Length = 11;

    private const ulong Zeros = 0x3030303030303030;

    /// <summary>Reads rows that hold digits only.</summary>
    public static void Read(ReadOnlySpan<byte> rows, Span<long> values)
    {
        unchecked
        {
            foreach (ref long value in values)
            {
                int first = (rows[0] * 100) + (rows[1] * 10) + rows[2] - ('0' * 111);
                ulong digits = BinaryPrimitives.ReadUInt64LittleEndian(rows[3..]) - Zeros;
                digits = (digits * 10) + (digits >> 8);
                ulong pairs = (digits & 0x000000FF000000FF) * (100 + (1_000_000UL << 32));
                ulong others = ((digits >> 16) & 0x000000FF000000FF) * (1 + (10_000UL << 32));
                value = (first * 100_000_000L) + (long)((pairs + others) >> 32);
                rows = rows[Length..];
            }
        }
    }

    /// <summary>Writes integers below 10^11.</summary>
    public static void Write(ReadOnlySpan<long> values, Span<byte> rows)
    {
        unchecked
        {
            foreach (long value in values)
            {
                ulong first = (ulong)value / 100_000_000;
                uint low = (uint)((ulong)value - (first * 100_000_000));
                uint tens = (uint)first / 10;
                uint hundreds = tens / 10;
                rows[0] = (byte)('0' + hundreds);
                rows[1] = (byte)('0' + tens - (hundreds * 10));
                rows[2] = (byte)('0' + first - (tens * 10));
                BinaryPrimitives.WriteUInt64LittleEndian(rows[3..], Spread(low) + Zeros);
                rows = rows[Length..];
            }
        }
    }

    /// <summary>Eight decimal digits into eight bytes, the most significant in the lowest: halves, then pairs, then single digits.</summary>
    private static ulong Spread(uint value)
    {
        unchecked
        {
            uint upper = value / 10_000;
            ulong fours = upper | ((ulong)(value - (upper * 10_000)) << 32);
            ulong hundreds = ((fours * 10_486) >> 20) & 0x0000007F0000007F;
            ulong twos = hundreds | ((fours - (hundreds * 100)) << 16);
            ulong tens = ((twos * 103) >> 10) & 0x000F000F000F000F;
            return tens | ((twos - (tens * 10)) << 8);
        }
    }
}
