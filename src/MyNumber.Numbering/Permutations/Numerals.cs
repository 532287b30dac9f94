using System.Numerics;

namespace MyNumber.Numbering.Permutations;

/// <summary>NUM and STR of NIST SP 800-38G: numerals, the most significant first, as an integer and back.</summary>
internal static class Numerals
{
    /// <exception cref="ArgumentException">A numeral reaches the radix. The message does not say which.</exception>
    public static BigInteger Read(ReadOnlySpan<ushort> numerals, int radix)
    {
        BigInteger value = BigInteger.Zero;
        bool bad = false;
        foreach (ushort numeral in numerals)
        {
            bad |= numeral >= radix;
            value = (value * radix) + numeral;
        }

        return bad ? throw new ArgumentException("A numeral reaches the radix.", nameof(numerals)) : value;
    }

    public static void Write(BigInteger value, int radix, Span<ushort> numerals)
    {
        for (int i = numerals.Length - 1; i >= 0; i--)
        {
            value = BigInteger.DivRem(value, radix, out BigInteger numeral);
            numerals[i] = (ushort)numeral;
        }
    }
}
