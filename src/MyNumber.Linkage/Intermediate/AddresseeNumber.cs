using System.Diagnostics;

namespace MyNumber.Linkage.Intermediate;

/// <summary>The number by which one body knows one person inside (宛名番号, 団体内統合宛名番号). It is the body's own and never leaves it.</summary>
/// <remarks>1 to 15 digits as an integer. It leads to a person within the body, so text and debugger show a mask. <see langword="default"/> is empty.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct AddresseeNumber : IComparable<AddresseeNumber>
{
    /// <summary>The largest number.</summary>
    public const long MaxValue = 999_999_999_999_999;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly long _valuePlusOne;

    /// <summary>Makes a number.</summary>
    /// <param name="value">0 to <see cref="MaxValue"/>.</param>
    /// <exception cref="ArgumentException">The number is outside; it is not in the message.</exception>
    public AddresseeNumber(long value)
    {
        if (value is < 0 or > MaxValue)
        {
            throw new ArgumentException("An addressee number has 1 to 15 digits.", nameof(value));
        }

        _valuePlusOne = value + 1;
    }

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    /// <summary>Gives the number away, to the body's own systems.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidOperationException">The number is empty.</exception>
    public long Reveal() => IsEmpty ? throw new InvalidOperationException("The addressee number is empty.") : _valuePlusOne - 1;

    /// <summary>Compares the integers; empty comes first.</summary>
    /// <param name="other">Another number.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(AddresseeNumber other) => _valuePlusOne.CompareTo(other._valuePlusOne);

    internal byte[] ToBytes()
    {
        byte[] bytes = new byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, Reveal());
        return bytes;
    }

    internal static AddresseeNumber FromBytes(ReadOnlySpan<byte> bytes) => new(System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes));

    /// <summary>A mask; no digit is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => IsEmpty ? string.Empty : "addressee ***";
}
