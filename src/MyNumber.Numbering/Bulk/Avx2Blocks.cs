using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MyNumber.Numbering.Bulk;

/// <summary>Eight rows at a time in four vectors of AVX2: row k lies in the lower half of vector k, row k + 4 in its upper half.</summary>
internal static class Avx2Blocks
{
    public static BlockOutcome Skip<TRule>(ReadOnlySpan<byte> rows, long start, in RowGeometry geometry)
        where TRule : struct, IBulkRule
    {
        ref byte origin = ref MemoryMarshal.GetReference(rows);
        nuint pitch = (nuint)geometry.Pitch;
        long next = start;
        long step = 8L * geometry.Pitch;
        long reach = (7L * geometry.Pitch) + 16;
        Vector256<byte> pattern = Vector256.Create(geometry.Pattern, geometry.Pattern);
        Vector256<byte> limit = Vector256.Create(geometry.Limit, geometry.Limit);
        Vector256<sbyte> weights = Vector256.Create(TRule.Weights, TRule.Weights);
        unchecked
        {
            // In 64 bits on every machine; within the loop all eight rows lie in the buffer, so that no address wraps.
            for (; next + reach <= rows.Length; next += step)
            {
                nuint at = (nuint)next;
                Vector256<byte> a = Load(ref origin, at, pitch) ^ pattern;
                Vector256<byte> b = Load(ref origin, at + pitch, pitch) ^ pattern;
                Vector256<byte> c = Load(ref origin, at + (2 * pitch), pitch) ^ pattern;
                Vector256<byte> d = Load(ref origin, at + (3 * pitch), pitch) ^ pattern;
                Vector256<byte> highest = Avx2.Max(Avx2.Max(a, b), Avx2.Max(c, d));
                Vector256<int> wrong = TRule.WrongRows(Sums(a, b, c, d, weights), Watched<TRule>(a, b, c, d));
                if ((Avx2.SubtractSaturate(highest, limit).AsInt32() | wrong) == Vector256<int>.Zero)
                {
                    continue;
                }

                uint misshapen = Misshapen(a, limit) | (Misshapen(b, limit) << 1) | (Misshapen(c, limit) << 2) | (Misshapen(d, limit) << 3);
                return new BlockOutcome(next, wrong.ExtractMostSignificantBits() & ~misshapen, misshapen);
            }
        }

        return new BlockOutcome(next, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Load(ref byte origin, nuint at, nuint pitch) => unchecked(
        Vector256.Create(Vector128.LoadUnsafe(ref origin, at), Vector128.LoadUnsafe(ref origin, at + (4 * pitch))));

    // Pairs of weighted digits fit a byte, so two rows' pairs pack into one vector and one instruction adds each row's eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sums(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c, Vector256<byte> d, Vector256<sbyte> weights)
    {
        Vector256<byte> ab = Avx2.PackUnsignedSaturate(Avx2.MultiplyAddAdjacent(a, weights), Avx2.MultiplyAddAdjacent(b, weights));
        Vector256<byte> cd = Avx2.PackUnsignedSaturate(Avx2.MultiplyAddAdjacent(c, weights), Avx2.MultiplyAddAdjacent(d, weights));
        Vector256<int> sumsAb = Avx2.SumAbsoluteDifferences(ab, Vector256<byte>.Zero).AsInt32();
        Vector256<int> sumsCd = Avx2.SumAbsoluteDifferences(cd, Vector256<byte>.Zero).AsInt32();
        return Avx2.PackUnsignedSaturate(sumsAb, sumsCd).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Watched<TRule>(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c, Vector256<byte> d)
        where TRule : struct, IBulkRule
    {
        Vector256<float> ab = TRule.WatchedGroup == 2 ? Avx.Shuffle(a.AsSingle(), b.AsSingle(), 0b10_10_10_10) : Avx.Shuffle(a.AsSingle(), b.AsSingle(), 0);
        Vector256<float> cd = TRule.WatchedGroup == 2 ? Avx.Shuffle(c.AsSingle(), d.AsSingle(), 0b10_10_10_10) : Avx.Shuffle(c.AsSingle(), d.AsSingle(), 0);
        return Avx.Shuffle(ab, cd, 0b10_00_10_00).AsInt32();
    }

    // Bit 0 for the lower row, bit 4 for the upper.
    private static uint Misshapen(Vector256<byte> row, Vector256<byte> limit)
    {
        Vector256<byte> excess = Avx2.SubtractSaturate(row, limit);
        return (excess.GetLower() == Vector128<byte>.Zero ? 0u : 1u) | (excess.GetUpper() == Vector128<byte>.Zero ? 0u : 16u);
    }
}
