using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MyNumber.Jpki.Rsa;

/// <summary>Montgomery's multiplication of one number at a time over 27-bit limbs in the 64-bit lanes of vectors; docs/jpki/rsa.md proves the bounds.</summary>
/// <remarks>
/// A number has L limbs, L a multiple of 4, with R = 2^(27L) ≥ 16n, so values stay below 2n without a comparison and a limb may exceed 2^27 by 2.
/// A column sums at most 2L ≤ 608 products of under 2^54.001 each: it fits 64 bits without a carry.
/// Broadcasts from memory are used more than once on purpose: the compiler of .NET 10.0.12 folds one that is used once into vpmuludq with a wrongly scaled address.
/// </remarks>
internal sealed class VectorModulus : MontgomeryModulus
{
    private const int LimbBits = 27;
    private const int Headroom = 4;
    private const int Lanes = 4;
    private const int Padding = 5 * Lanes;
    private const ulong Mask = (1UL << LimbBits) - 1;

    private readonly int _limbs;
    private readonly ulong[] _modulus;
    private readonly ulong _inverseLow;
    private readonly ulong _inverseHigh;

    public VectorModulus(ulong[] words, int bits)
        : base(words, bits)
    {
        _limbs = (bits + Headroom + (LimbBits * Lanes) - 1) / (LimbBits * Lanes) * Lanes;
        _modulus = new ulong[Length];
        Load(words, _modulus);

        // −1/n modulo 2^128 from that modulo 2^64 by one more of Newton's steps: x' = x(2 + nx).
        _inverseLow = RsaWords.NegatedInverse(words[0]);
        UInt128 inverse = _inverseLow, low = new(words[1], words[0]);
        _inverseHigh = (ulong)(unchecked(inverse * (2 + (low * inverse))) >> 64);
    }

    public static bool IsSupported => Avx2.IsSupported && Vector256.IsHardwareAccelerated;

    protected override int Length => _limbs + (2 * Padding);

    protected override int RadixBits => _limbs * LimbBits;

    protected override void Load(ReadOnlySpan<ulong> words, Span<ulong> number)
    {
        number.Clear();
        for (int i = 0; i < _limbs; i++)
        {
            int bit = i * LimbBits, word = bit >> 6, shift = bit & 63;
            if (word < words.Length)
            {
                ulong next = shift > 64 - LimbBits && word + 1 < words.Length ? words[word + 1] << (64 - shift) : 0;
                number[Padding + i] = ((words[word] >> shift) | next) & Mask;
            }
        }
    }

    protected override void Unload(ReadOnlySpan<ulong> number, Span<ulong> words)
    {
        Span<ulong> packed = stackalloc ulong[((_limbs * LimbBits) + 127) / 64];
        ulong carry = 0;
        for (int i = 0; i < _limbs; i++)
        {
            int bit = i * LimbBits, word = bit >> 6, shift = bit & 63;
            carry += number[Padding + i];
            packed[word] |= (carry & Mask) << shift;
            packed[word + 1] |= (carry & Mask) >> 1 >> (63 - shift);
            carry >>= LimbBits;
        }

        packed[..words.Length].CopyTo(words);
        if (packed[words.Length] != 0 || !RsaWords.IsLess(words, Words))
        {
            RsaWords.Subtract(words, Words);
        }
    }

    protected override void Double(Span<ulong> number)
    {
        foreach (ref ulong limb in number)
        {
            limb <<= 1;
        }

        Settle(ref number[Padding], ref number[Padding]);
    }

    protected override void Multiply(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> product)
    {
        Span<ulong> factors = stackalloc ulong[Length];
        Span<ulong> lower = stackalloc ulong[_limbs + Padding];
        Span<ulong> upper = stackalloc ulong[_limbs + Padding];
        ref ulong a = ref Unsafe.AsRef(in left[Padding]);
        ref ulong b = ref Unsafe.AsRef(in right[Padding]);
        ref ulong m = ref factors[Padding];
        for (int column = 0; column < _limbs; column += Padding)
        {
            AddColumns(ref a, ref b, column, ref lower[column]);
        }

        ulong carry = 0;
        for (int block = 0; block < _limbs; block += Lanes)
        {
            carry = Solve(ref lower[block], ref Unsafe.Add(ref m, block), carry);
            AddMultiples(ref Unsafe.Add(ref m, block), block + Lanes, ref lower[0]);
        }

        for (int column = 0; column < _limbs; column += Padding)
        {
            AddColumns(ref a, ref b, _limbs + column, ref upper[column]);
            AddColumns(ref _modulus[Padding], ref m, _limbs + column, ref upper[column]);
        }

        upper[0] += carry;
        Settle(ref upper[0], ref product[Padding]);
    }

    private static Vector256<ulong> MultiplyAdd(Vector256<ulong> sum, Vector256<ulong> left, Vector256<ulong> right) =>
        sum + Avx2.Multiply(left.AsUInt32(), right.AsUInt32());

    private static Vector256<ulong> Get(ref ulong start, int index) => Vector256.LoadUnsafe(ref Unsafe.Add(ref start, index));

    private static void Set(Vector256<ulong> value, ref ulong start, int index) => value.StoreUnsafe(ref Unsafe.Add(ref start, index));

    private static Vector256<ulong> Digit(ref ulong start, int index) => Vector256.Create(Unsafe.Add(ref start, index));

    // Adds the columns of a·b to five vectors of sums: for each residue, the windows of a that start there pass by the digits of b in steps of one vector.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddColumns(ref ulong a, ref ulong b, int column, ref ulong sums)
    {
        unchecked
        {
            Vector256<ulong> s0 = Get(ref sums, 0), s1 = Get(ref sums, Lanes), s2 = Get(ref sums, 2 * Lanes);
            Vector256<ulong> s3 = Get(ref sums, 3 * Lanes), s4 = Get(ref sums, 4 * Lanes);
            int first = Math.Max(0, column - _limbs), last = Math.Min(_limbs - 1, column + Padding - Lanes);
            for (int residue = 0; residue < Lanes; residue++)
            {
                ref ulong window = ref Unsafe.Add(ref a, first - residue);
                ref ulong digit = ref Unsafe.Add(ref b, column - first + residue);
                Vector256<ulong> d1 = Digit(ref digit, Lanes), d2 = Digit(ref digit, 2 * Lanes);
                Vector256<ulong> d3 = Digit(ref digit, 3 * Lanes), d4 = Digit(ref digit, 4 * Lanes);
                for (int w = first - residue; w <= last; w += Lanes)
                {
                    Vector256<ulong> limbs = Get(ref window, 0), d0 = Digit(ref digit, 0);
                    s0 = MultiplyAdd(s0, limbs, d0);
                    s1 = MultiplyAdd(s1, limbs, d1);
                    s2 = MultiplyAdd(s2, limbs, d2);
                    s3 = MultiplyAdd(s3, limbs, d3);
                    s4 = MultiplyAdd(s4, limbs, d4);
                    d4 = d3;
                    d3 = d2;
                    d2 = d1;
                    d1 = d0;
                    window = ref Unsafe.Add(ref window, Lanes);
                    digit = ref Unsafe.Subtract(ref digit, Lanes);
                }
            }

            Set(s0, ref sums, 0);
            Set(s1, ref sums, Lanes);
            Set(s2, ref sums, 2 * Lanes);
            Set(s3, ref sums, 3 * Lanes);
            Set(s4, ref sums, 4 * Lanes);
        }
    }

    // Four limbs at once: m = −t/n modulo 2^108, then the carry out of t + m·n, whose low 108 bits are zero.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Solve(ref ulong sums, ref ulong factors, ulong carry)
    {
        unchecked
        {
            ulong t0 = sums + carry;
            ulong t1 = Unsafe.Add(ref sums, 1) + (t0 >> LimbBits);
            ulong t2 = Unsafe.Add(ref sums, 2) + (t1 >> LimbBits);
            ulong t3 = Unsafe.Add(ref sums, 3) + (t2 >> LimbBits);
            t0 &= Mask;
            t1 &= Mask;
            t2 &= Mask;
            ulong low = t0 | (t1 << LimbBits) | (t2 << (2 * LimbBits)), high = (t2 >> 10) | ((t3 & Mask) << 17);
            ulong upper = Math.BigMul(low, _inverseLow, out ulong lower) + (low * _inverseHigh) + (high * _inverseLow);
            ulong m0 = lower & Mask, m1 = (lower >> LimbBits) & Mask, m2 = ((lower >> (2 * LimbBits)) | (upper << 10)) & Mask, m3 = (upper >> 17) & Mask;
            factors = m0;
            Unsafe.Add(ref factors, 1) = m1;
            Unsafe.Add(ref factors, 2) = m2;
            Unsafe.Add(ref factors, 3) = m3;
            ref ulong n = ref MemoryMarshal.GetArrayDataReference(_modulus);
            ulong n0 = Unsafe.Add(ref n, Padding), n1 = Unsafe.Add(ref n, Padding + 1), n2 = Unsafe.Add(ref n, Padding + 2), n3 = Unsafe.Add(ref n, Padding + 3);
            ulong over = (t0 + (m0 * n0)) >> LimbBits;
            over = (over + t1 + (m0 * n1) + (m1 * n0)) >> LimbBits;
            over = (over + t2 + (m0 * n2) + (m1 * n1) + (m2 * n0)) >> LimbBits;
            return (over + t3 + (m0 * n3) + (m1 * n2) + (m2 * n1) + (m3 * n0)) >> LimbBits;
        }
    }

    // Adds four multiples of n to the columns from the given one to the end of the lower half.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddMultiples(ref ulong m, int column, ref ulong sums)
    {
        unchecked
        {
            ref ulong window = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_modulus), Padding + Lanes);
            Vector256<ulong> m0 = Digit(ref m, 0), m1 = Digit(ref m, 1), m2 = Digit(ref m, 2), m3 = Digit(ref m, 3);
            for (; column < _limbs; column += Lanes)
            {
                Vector256<ulong> even = MultiplyAdd(Get(ref sums, column), Get(ref window, 0), m0);
                Vector256<ulong> odd = MultiplyAdd(default, Get(ref window, -1), m1);
                even = MultiplyAdd(even, Get(ref window, -2), m2);
                odd = MultiplyAdd(odd, Get(ref window, -3), m3);
                Set(even + odd, ref sums, column);
                window = ref Unsafe.Add(ref window, Lanes);
            }
        }
    }

    // Columns of up to 64 bits to limbs of at most 2^27 + 2, in parallel: bits 0–26 stay, 27–53 move up one limb, 54–63 two; then once more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Settle(ref ulong sums, ref ulong limbs)
    {
        unchecked
        {
            Span<ulong> moved = stackalloc ulong[2 * (_limbs + (2 * Lanes))];
            ref ulong one = ref MemoryMarshal.GetReference(moved);
            ref ulong two = ref Unsafe.Add(ref one, _limbs + (2 * Lanes));
            Vector256<ulong> mask = Vector256.Create(Mask);
            for (int i = 0; i < _limbs; i += Lanes)
            {
                Vector256<ulong> sum = Get(ref sums, i);
                Set((sum >>> LimbBits) & mask, ref one, i + 1);
                Set(sum >>> (2 * LimbBits), ref two, i + 2);
            }

            for (int i = _limbs - Lanes; i >= 0; i -= Lanes)
            {
                Vector256<ulong> sum = (Get(ref sums, i) & mask) + Get(ref one, i) + Get(ref two, i);
                Set(sum & mask, ref limbs, i);
                Set(sum >>> LimbBits, ref two, i + 1);
            }

            for (int i = 0; i < _limbs; i += Lanes)
            {
                Set(Get(ref limbs, i) + Get(ref two, i), ref limbs, i);
            }
        }
    }
}
