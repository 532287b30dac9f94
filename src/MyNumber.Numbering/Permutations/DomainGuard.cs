using System.Numerics;
using System.Runtime.InteropServices;

namespace MyNumber.Numbering.Permutations;

/// <summary>The one range check of all permutations.</summary>
internal static class DomainGuard
{
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the domain. The message does not hold it.</exception>
    public static void Check(long value, long size)
    {
        if (value < 0 || value >= size)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "The value is outside the domain.");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">A value is outside the domain. The message holds no value.</exception>
    public static void Check(ReadOnlySpan<long> values, long size)
    {
        ReadOnlySpan<ulong> unsigned = MemoryMarshal.Cast<long, ulong>(values);
        Vector<ulong> limit = new((ulong)size);
        Vector<ulong> bad = Vector<ulong>.Zero;
        while (unsigned.Length >= Vector<ulong>.Count)
        {
            bad |= Vector.GreaterThanOrEqual(new Vector<ulong>(unsigned), limit);
            unsigned = unsigned[Vector<ulong>.Count..];
        }

        bool rest = false;
        foreach (ulong value in unsigned)
        {
            rest |= value >= (ulong)size;
        }

        if (rest || bad != Vector<ulong>.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(values), "A value is outside the domain.");
        }
    }
}
