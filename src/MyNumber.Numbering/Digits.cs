using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MyNumber.Numbering;

/// <summary>Up to 32 digits of one number as values 0 to 9, the last digit in the last lane, zeros before the first.</summary>
/// <remarks>The lanes stay in registers: bytes written one by one and then loaded as a vector would wait for the store.</remarks>
internal readonly struct Digits
{
    public const int Capacity = 32;

    private readonly Vector128<byte> _high;
    private readonly Vector128<byte> _low;

    /// <summary>Takes values from a buffer.</summary>
    /// <param name="values">Exactly <see cref="Capacity"/> values.</param>
    /// <param name="count">How many digits the text had.</param>
    public Digits(ReadOnlySpan<byte> values, int count)
    {
        _high = Vector128.Create(values);
        _low = Vector128.Create(values[Vector128<byte>.Count..]);
        Count = count;
    }

    /// <summary>Takes the values of at most sixteen digits.</summary>
    public Digits(Vector128<byte> low, int count)
    {
        _high = default;
        _low = low;
        Count = count;
    }

    public int Count { get; }

    public int Last => _low.GetElement(Vector128<byte>.Count - 1);

    /// <summary>The last sixteen digits as an integer.</summary>
    public long Low => Sixteen(_low);

    /// <summary>The digits before the last sixteen as an integer.</summary>
    public long High => Sixteen(_high);

    /// <summary>Adds up digit times weight over the last sixteen digits.</summary>
    /// <param name="weights">One weight up to 255 for each of the last sixteen digits.</param>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WeightedSum(Vector128<byte> weights) => Vector128.Sum(
        (Vector128.WidenLower(_low) * Vector128.WidenLower(weights)) + (Vector128.WidenUpper(_low) * Vector128.WidenUpper(weights)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Sixteen(Vector128<byte> values) => unchecked(
        ((long)Eight(values.AsUInt64().GetElement(0)) * 100_000_000) + (long)Eight(values.AsUInt64().GetElement(1)));

    /// <summary>Joins neighbours into pairs, pairs into fours, fours into eight; the first digit is in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ulong digits)
    {
        unchecked
        {
            ulong first = BitConverter.IsLittleEndian ? digits : BinaryPrimitives.ReverseEndianness(digits);
            ulong pairs = ((first * 10) + (first >> 8)) & 0x00FF_00FF_00FF_00FF;
            ulong fours = ((pairs * 100) + (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
            return ((fours * 10_000) + (fours >> 32)) & 0xFFFF_FFFF;
        }
    }
}
