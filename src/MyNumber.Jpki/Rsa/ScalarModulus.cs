using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MyNumber.Jpki.Rsa;

/// <summary>Montgomery's multiplication over 64-bit words, multiplication and reduction in one pass (FIOS: Koç, Acar, Kaliski, 1996); numbers stay below the modulus.</summary>
internal sealed class ScalarModulus : MontgomeryModulus
{
    private readonly ulong _negatedInverse;

    public ScalarModulus(ulong[] words, int bits)
        : base(words, bits)
    {
        _negatedInverse = RsaWords.NegatedInverse(words[0]);
    }

    protected override int Length => Words.Length;

    protected override int RadixBits => Words.Length * 64;

    protected override void Multiply(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> product)
    {
        Span<ulong> sum = stackalloc ulong[Words.Length];
        ulong top = 0;
        foreach (ulong word in right)
        {
            top = AddRow(left, word, top, sum);
        }

        if (top != 0 || !RsaWords.IsLess(sum, Words))
        {
            RsaWords.Subtract(sum, Words);
        }

        sum.CopyTo(product);
    }

    protected override void Double(Span<ulong> number)
    {
        ulong carry = 0;
        foreach (ref ulong word in number)
        {
            ulong next = word >> 63;
            word = (word << 1) | carry;
            carry = next;
        }

        if (carry != 0 || !RsaWords.IsLess(number, Words))
        {
            RsaWords.Subtract(number, Words);
        }
    }

    protected override void Load(ReadOnlySpan<ulong> words, Span<ulong> number) => words.CopyTo(number);

    protected override void Unload(ReadOnlySpan<ulong> number, Span<ulong> words) => number.CopyTo(words);

    // sum = (sum + left·word + m·n) / 2^64. Each step adds at most (2^64−1)² + 2·(2^64−1) = 2^128 − 1, so no carry is lost; the sum stays below 2n.
    private ulong AddRow(ReadOnlySpan<ulong> left, ulong word, ulong top, Span<ulong> sum)
    {
        unchecked
        {
            ref ulong a = ref MemoryMarshal.GetReference(left);
            ref ulong n = ref MemoryMarshal.GetArrayDataReference(Words);
            ref ulong t = ref MemoryMarshal.GetReference(sum);
            ulong carry = Math.BigMul(a, word, out ulong low);
            low += t;
            carry += low < t ? 1UL : 0;
            ulong factor = low * _negatedInverse;
            ulong reduced = Math.BigMul(factor, n, out _) + (low != 0 ? 1UL : 0);
            for (int i = 1; i < sum.Length; i++)
            {
                ulong high = Math.BigMul(Unsafe.Add(ref a, i), word, out low);
                low += carry;
                high += low < carry ? 1UL : 0;
                ulong old = Unsafe.Add(ref t, i);
                low += old;
                carry = high + (low < old ? 1UL : 0);
                high = Math.BigMul(Unsafe.Add(ref n, i), factor, out ulong lower);
                lower += reduced;
                high += lower < reduced ? 1UL : 0;
                lower += low;
                reduced = high + (lower < low ? 1UL : 0);
                Unsafe.Add(ref t, i - 1) = lower;
            }

            carry += top;
            ulong wrapped = carry < top ? 1UL : 0;
            carry += reduced;
            Unsafe.Add(ref t, sum.Length - 1) = carry;
            return wrapped + (carry < reduced ? 1UL : 0);
        }
    }
}
