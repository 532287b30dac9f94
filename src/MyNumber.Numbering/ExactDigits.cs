using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MyNumber.Numbering;

/// <summary>Reads a text of exactly so many ASCII digits in a few instructions; <see cref="DigitReader"/> is its portable twin and judges all other texts.</summary>
internal static class ExactDigits
{
    /// <summary>Whether lengths of this size are read here: two loads of eight units cover them.</summary>
    public static bool Covers(int count) => count is > 8 and <= 16 && BitConverter.IsLittleEndian;

    /// <summary>Reads UTF-16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<char> text, int count, out Digits digits)
    {
        if (text.Length != count || !Covers(count))
        {
            digits = default;
            return false;
        }

        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        Vector128<ushort> first = Vector128.Create(units) - Vector128.Create((ushort)'0');
        Vector128<ushort> last = Vector128.Create(units[(count - 8)..]) - Vector128.Create((ushort)'0');
        Vector128<byte> values = Vector128.Narrow(first, last);
        digits = new Digits(Align(values, count), count);
        return !Vector128.GreaterThanAny(first | last, Vector128.Create((ushort)15)) && !Vector128.GreaterThanAny(values, Vector128.Create((byte)9));
    }

    /// <summary>Reads UTF-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, int count, out Digits digits)
    {
        if (text.Length != count || !Covers(count))
        {
            digits = default;
            return false;
        }

        Vector128<ulong> units = Vector128.Create(BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[(count - 8)..]));
        Vector128<byte> values = units.AsByte() - Vector128.Create((byte)'0');
        digits = new Digits(Align(values, count), count);
        return !Vector128.GreaterThanAny(values, Vector128.Create((byte)9));
    }

    /// <summary>Shifts the first eight lanes up until they meet the last eight; what overlaps falls out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Align(Vector128<byte> values, int count) =>
        Vector128.Create(values.AsUInt64().GetElement(0) << (8 * (16 - count)), values.AsUInt64().GetElement(1)).AsByte();
}
