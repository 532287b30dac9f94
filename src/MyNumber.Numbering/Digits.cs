using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MyNumber.Numbering;

/// <summary>Up to 32 digits of one number as values 0 to 9, the last digit in the last byte, zeros before the first.</summary>
internal readonly ref struct Digits
{
    public const int Capacity = 32;

    private const int Half = Capacity / 2;
    private readonly ReadOnlySpan<byte> _values;

    /// <summary>Looks at a buffer; the caller keeps it unchanged.</summary>
    /// <param name="values">Exactly <see cref="Capacity"/> values.</param>
    /// <param name="count">How many digits the text had.</param>
    public Digits(ReadOnlySpan<byte> values, int count)
    {
        _values = values[..Capacity];
        Count = count;
    }

    public int Count { get; }

    public int Last => _values[Capacity - 1];

    /// <summary>The last sixteen digits as an integer.</summary>
    public long Low => Sixteen(_values[Half..]);

    /// <summary>The digits before the last sixteen as an integer.</summary>
    public long High => Sixteen(_values[..Half]);

    /// <summary>Adds up digit times weight over the last sixteen digits.</summary>
    /// <param name="weights">One weight up to 255 for each of the last sixteen digits.</param>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WeightedSum(Vector128<byte> weights)
    {
        Vector128<byte> values = Vector128.Create(_values[Half..]);
        Vector128<ushort> products = (Vector128.WidenLower(values) * Vector128.WidenLower(weights)) + (Vector128.WidenUpper(values) * Vector128.WidenUpper(weights));
        return Vector128.Sum(products);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Sixteen(ReadOnlySpan<byte> values) => unchecked(
        ((long)Eight(BinaryPrimitives.ReadUInt64LittleEndian(values)) * 100_000_000) + (long)Eight(BinaryPrimitives.ReadUInt64LittleEndian(values[8..])));

    /// <summary>Joins neighbours into pairs, pairs into fours, fours into eight; the first digit is in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ulong digits)
    {
        unchecked
        {
            ulong pairs = ((digits * 10) + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
            ulong fours = ((pairs * 100) + (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
            return ((fours * 10_000) + (fours >> 32)) & 0xFFFF_FFFF;
        }
    }
}
