using System.Buffers.Binary;

namespace MyNumber.Jpki.Rsa;

/// <summary>Plain numbers as 64-bit words, least significant first.</summary>
internal static class RsaWords
{
    private const int DigitBits = 30;

    /// <summary>Reads a big-endian number into all of <paramref name="words"/>, which are long enough for it.</summary>
    public static void Read(ReadOnlySpan<byte> bigEndian, Span<ulong> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            ReadOnlySpan<byte> rest = bigEndian[..Math.Max(0, bigEndian.Length - (i * sizeof(ulong)))];
            words[i] = rest.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64BigEndian(rest[^sizeof(ulong)..]) : ReadShort(rest);
        }
    }

    /// <summary>Writes the low bytes of a number, big-endian, into all of <paramref name="bigEndian"/>.</summary>
    public static void Write(ReadOnlySpan<ulong> words, Span<byte> bigEndian)
    {
        int end = bigEndian.Length;
        for (int i = 0; end > 0; i++, end -= sizeof(ulong))
        {
            if (end >= sizeof(ulong))
            {
                BinaryPrimitives.WriteUInt64BigEndian(bigEndian[(end - sizeof(ulong))..], words[i]);
                continue;
            }

            for (int j = 0; j < end; j++)
            {
                bigEndian[end - 1 - j] = unchecked((byte)(words[i] >> (8 * j)));
            }
        }
    }

    public static bool IsLess(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        for (int i = left.Length - 1; i >= 0; i--)
        {
            if (left[i] != right[i])
            {
                return left[i] < right[i];
            }
        }

        return false;
    }

    /// <summary>Takes <paramref name="other"/> away in place.</summary>
    /// <returns>The borrow: 1 when <paramref name="number"/> was the smaller.</returns>
    public static ulong Subtract(Span<ulong> number, ReadOnlySpan<ulong> other)
    {
        ulong borrow = 0;
        for (int i = 0; i < number.Length; i++)
        {
            ulong word = number[i];
            ulong difference = unchecked(word - other[i] - borrow);
            borrow = word < other[i] || (word == other[i] && borrow != 0) ? 1UL : 0;
            number[i] = difference;
        }

        return borrow;
    }

    /// <summary>Negated inverse of an odd number modulo 2^64 by Newton's iteration: each round doubles the right bits, of which an odd number's own inverse has three.</summary>
    public static ulong NegatedInverse(ulong odd)
    {
        unchecked
        {
            ulong inverse = odd;
            for (int bits = 3; bits < 64; bits *= 2)
            {
                inverse *= 2 - (odd * inverse);
            }

            return 0 - inverse;
        }
    }

    /// <summary>2^<paramref name="exponent"/> modulo a modulus of exactly <paramref name="bits"/> bits, <paramref name="exponent"/> not below them.</summary>
    public static void PowerOfTwo(ReadOnlySpan<ulong> modulus, int bits, int exponent, Span<ulong> result)
    {
        result.Clear();
        Subtract(result, modulus);
        result[^1] &= ulong.MaxValue >> ((modulus.Length * 64) - bits); // 2^bits − n, below n since n has its top bit
        for (int left = exponent - bits; left > 0; left -= DigitBits)
        {
            ShiftLeft(result, modulus, bits, Math.Min(left, DigitBits));
        }
    }

    // x·2^s − q·n with q = ⌊x₆₄ / (n₃₂ + 1)⌋ / 2^(32−s) from the leading 64 and 32 bits: never too large, and for s ≤ 30 the true quotient exceeds it by less than 3.
    private static void ShiftLeft(Span<ulong> x, ReadOnlySpan<ulong> modulus, int bits, int shift)
    {
        unchecked
        {
            ulong quotient = (Leading(x, bits) / ((Leading(modulus, bits) >> 32) + 1)) >> (32 - shift);
            ulong product = 0, shifted = 0, borrow = 0;
            for (int i = 0; i < x.Length; i++)
            {
                ulong high = Math.BigMul(quotient, modulus[i], out ulong low);
                low += product;
                product = high + (low < product ? 1UL : 0);
                ulong word = (x[i] << shift) | shifted;
                shifted = x[i] >> (64 - shift);
                ulong difference = word - low - borrow;
                borrow = word < low || (word == low && borrow != 0) ? 1UL : 0;
                x[i] = difference;
            }

            ulong top = shifted - product - borrow;
            while (top != 0 || !IsLess(x, modulus))
            {
                top -= Subtract(x, modulus);
            }
        }
    }

    private static ulong Leading(ReadOnlySpan<ulong> number, int bits)
    {
        int word = (bits - 64) >> 6, shift = bits & 63;
        return shift == 0 ? number[word] : (number[word] >> shift) | (number[word + 1] << (64 - shift));
    }

    private static ulong ReadShort(ReadOnlySpan<byte> bigEndian)
    {
        ulong word = 0;
        foreach (byte value in bigEndian)
        {
            word = (word << 8) | value;
        }

        return word;
    }
}
