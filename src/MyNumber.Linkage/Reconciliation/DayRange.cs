using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>The entries whose slot, the first 64 bits of SHA-256(0x04 ‖ key), starts with some hexadecimal digits.</summary>
/// <param name="Prefix">The digits in the high bits, zeros behind.</param>
/// <param name="Depth">How many digits, 0 to 16.</param>
public readonly record struct DayRange(ulong Prefix, int Depth)
{
    /// <summary>Ranges that a range falls into.</summary>
    public const int Fanout = 16;

    internal const int MaxDepth = 16;

    private const int DigitBits = 4;
    private const byte SlotPrefix = 4;

    /// <summary>All entries.</summary>
    public static DayRange Whole => default;

    /// <summary>Whether prefix and depth make a range.</summary>
    public bool IsValid => Depth is >= 0 and <= MaxDepth && Cut(Prefix, Depth) == Prefix;

    /// <summary>A part of the range.</summary>
    /// <param name="digit">The next digit, 0 to 15.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The digit is none, or the range has no parts.</exception>
    public DayRange Child(int digit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(digit, Fanout);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Depth, MaxDepth);
        return new DayRange(Prefix | ((ulong)digit << (64 - DigitBits * (Depth + 1))), Depth + 1);
    }

    /// <summary>Whether a key's slot is in the range.</summary>
    /// <param name="key">A key.</param>
    /// <returns>Whether it is.</returns>
    public bool Holds(RecordKey key) => HoldsSlot(SlotOf(key));

    internal static ulong SlotOf(RecordKey key)
    {
        Span<byte> input = stackalloc byte[1 + RecordKey.Length];
        Span<byte> hash = stackalloc byte[Digest.Length];
        input[0] = SlotPrefix;
        key.WriteTo(input[1..]);
        SHA256.HashData(input, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    internal static int Digit(ulong slot, int depth) => (int)(slot >> (64 - DigitBits * (depth + 1))) & (Fanout - 1);

    internal bool HoldsSlot(ulong slot) => Cut(slot, Depth) == Prefix;

    private static ulong Cut(ulong slot, int depth) => depth == 0 ? 0 : slot & (ulong.MaxValue << (64 - DigitBits * depth));
}
