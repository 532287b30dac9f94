using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace MyNumber.Numbering.Bulk;

/// <summary>Eight rows at a time in eight vectors of sixteen bytes: the path of Arm machines, and of any other without AVX2.</summary>
/// <remarks>Two additions of neighbours use AdvSimd. Those two instructions have been compiled but not run; everything around them is run by the
/// tests on x64 with the portable additions in their place.</remarks>
internal static class Vector128Blocks
{
    public static BlockOutcome Skip<TRule>(ReadOnlySpan<byte> rows, long start, in RowGeometry geometry)
        where TRule : struct, IBulkRule
    {
        ref byte origin = ref MemoryMarshal.GetReference(rows);
        long pitch = geometry.Pitch;
        long next = start;
        for (; next + (7 * pitch) + 16 <= rows.Length; next += 8 * pitch)
        {
            int at = (int)next;
            Vector128<byte> highest = Vector128<byte>.Zero;
            Vector256<int> sums = Sums<TRule>(ref origin, at, geometry, ref highest);
            Vector256<int> wrong = TRule.WrongRows(sums, Watched<TRule>(ref origin, at, geometry));
            uint misshapen = Vector128.GreaterThanAny(highest, geometry.Limit) ? Misshapen(ref origin, at, geometry) : 0;
            uint bits = wrong.ExtractMostSignificantBits() & ~misshapen;
            if ((bits | misshapen) != 0)
            {
                return new BlockOutcome(at, bits, misshapen);
            }
        }

        return new BlockOutcome(next, 0, 0);
    }

    private static Vector256<int> Sums<TRule>(ref byte origin, int at, in RowGeometry geometry, ref Vector128<byte> highest)
        where TRule : struct, IBulkRule
    {
        Vector128<ushort> first = FourRows<TRule>(ref origin, at, geometry, ref highest);
        Vector128<ushort> second = FourRows<TRule>(ref origin, at + (4 * geometry.Pitch), geometry, ref highest);
        Vector128<ushort> sums = AddNeighbours(first, second);
        return Vector256.Create(Vector128.WidenLower(sums), Vector128.WidenUpper(sums)).AsInt32();
    }

    // Two words for each of four rows; a pair of weighted digits stays below 128 and four of them below 512.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> FourRows<TRule>(ref byte origin, int at, in RowGeometry geometry, ref Vector128<byte> highest)
        where TRule : struct, IBulkRule
    {
        Vector128<byte> a = Row(ref origin, at, geometry);
        Vector128<byte> b = Row(ref origin, at + geometry.Pitch, geometry);
        Vector128<byte> c = Row(ref origin, at + (2 * geometry.Pitch), geometry);
        Vector128<byte> d = Row(ref origin, at + (3 * geometry.Pitch), geometry);
        highest = Vector128.Max(highest, Vector128.Max(Vector128.Max(a, b), Vector128.Max(c, d)));
        Vector128<byte> weights = TRule.Weights.AsByte();
        return AddNeighbours(Widen(AddNeighbours(a * weights, b * weights)), Widen(AddNeighbours(c * weights, d * weights)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Row(ref byte origin, int at, in RowGeometry geometry) =>
        Vector128.LoadUnsafe(ref origin, (nuint)at) ^ geometry.Pattern;

    private static Vector256<int> Watched<TRule>(ref byte origin, int at, in RowGeometry geometry)
        where TRule : struct, IBulkRule
    {
        ref byte group = ref Unsafe.Add(ref origin, at + (4 * TRule.WatchedGroup));
        int pitch = geometry.Pitch;
        Vector256<int> groups = Vector256.Create(
            Group(ref group, 0), Group(ref group, pitch), Group(ref group, 2 * pitch), Group(ref group, 3 * pitch),
            Group(ref group, 4 * pitch), Group(ref group, 5 * pitch), Group(ref group, 6 * pitch), Group(ref group, 7 * pitch));
        return groups ^ Vector256.Create(geometry.Pattern.AsInt32().GetElement(TRule.WatchedGroup));
    }

    private static int Group(ref byte group, int at) => Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref group, at));

    private static uint Misshapen(ref byte origin, int at, in RowGeometry geometry)
    {
        uint bits = 0;
        for (int row = 0; row < 8; row++)
        {
            bits |= Vector128.GreaterThanAny(Row(ref origin, at + (row * geometry.Pitch), geometry), geometry.Limit) ? 1u << row : 0;
        }

        return bits;
    }

    private static Vector128<ushort> Widen(Vector128<byte> pairs) => (pairs.AsUInt16() & Vector128.Create((ushort)0xFF)) + (pairs.AsUInt16() >>> 8);

    private static Vector128<byte> AddNeighbours(Vector128<byte> left, Vector128<byte> right)
    {
        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.AddPairwise(left, right);
        }

        Vector128<ushort> low = Vector128.Create((ushort)0xFF);
        return Vector128.Narrow(left.AsUInt16() & low, right.AsUInt16() & low) + Vector128.Narrow(left.AsUInt16() >>> 8, right.AsUInt16() >>> 8);
    }

    private static Vector128<ushort> AddNeighbours(Vector128<ushort> left, Vector128<ushort> right)
    {
        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.AddPairwise(left, right);
        }

        Vector128<uint> low = Vector128.Create(0xFFFFu);
        return Vector128.Narrow(left.AsUInt32() & low, right.AsUInt32() & low) + Vector128.Narrow(left.AsUInt32() >>> 16, right.AsUInt32() >>> 16);
    }
}
