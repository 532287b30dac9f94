using System.Globalization;
using System.Text;

namespace MyNumber.Card.Certificates;

/// <summary>The name of a key in the card's own certificates (鍵ID): seven digits, <c>08 05</c>, three digits, four bytes; 16 bytes together.</summary>
/// <remarks>Source: project research notes, two sources. The first digit tells the hierarchy: 5 production, 6 test, 9 seen in a terminal's chain. The last four bytes are
/// mostly zero and belong to the name. <see langword="default"/> is no name.</remarks>
public readonly struct CardKeyId : IEquatable<CardKeyId>
{
    /// <summary>Bytes of a name.</summary>
    public const int Length = 16;

    private readonly UInt128 _value;

    private CardKeyId(UInt128 value) => _value = value;

    /// <summary>The seven digits, such as 5000033; 0 for <see langword="default"/>.</summary>
    public int Number => ReadDigits(0, 7);

    /// <summary>The three digits behind the mark, such as 001.</summary>
    public int Generation => ReadDigits(9, 3);

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>Whether the name is of the test hierarchy: it begins with 6.</summary>
    public bool IsTest => Number / 1_000_000 == 6;

    /// <summary>Makes a name with four zero bytes at its end.</summary>
    /// <param name="number">0 to 9,999,999.</param>
    /// <param name="generation">0 to 999.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More digits.</exception>
    public static CardKeyId Of(int number, int generation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9_999_999);
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(generation, 999);
        byte[] bytes =
        [
            .. Encoding.ASCII.GetBytes(number.ToString("D7", CultureInfo.InvariantCulture)), 0x08, 0x05,
            .. Encoding.ASCII.GetBytes(generation.ToString("D3", CultureInfo.InvariantCulture)), 0, 0, 0, 0,
        ];
        return new CardKeyId(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>Reads a name.</summary>
    /// <param name="bytes">Exactly 16 bytes.</param>
    /// <param name="id">The name, or <see langword="default"/>.</param>
    /// <returns>Whether the bytes are a name.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out CardKeyId id)
    {
        id = default;
        if (bytes.Length != Length || bytes[7] != 0x08 || bytes[8] != 0x05
            || bytes[..7].ContainsAnyExceptInRange((byte)'0', (byte)'9') || bytes[9..12].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        id = new CardKeyId(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
        return true;
    }

    /// <summary>The name as people write it, such as <c>5000033/001</c>; other bytes than zeros at the end follow in hexadecimal.</summary>
    /// <returns>The name, or an empty text.</returns>
    public override string ToString()
    {
        uint end = (uint)(_value & uint.MaxValue);
        return IsEmpty ? string.Empty
            : end == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Number:D7}/{Generation:D3}")
            : string.Create(CultureInfo.InvariantCulture, $"{Number:D7}/{Generation:D3}/{end:X8}");
    }

    /// <inheritdoc/>
    public bool Equals(CardKeyId other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CardKeyId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>Whether both are the same name, the last four bytes included.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(CardKeyId left, CardKeyId right) => left.Equals(right);

    /// <summary>Whether the names differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(CardKeyId left, CardKeyId right) => !left.Equals(right);

    internal static CardKeyId Read(ReadOnlySpan<byte> bytes, string what) =>
        TryRead(bytes, out CardKeyId id) ? id : throw new CardDataException($"The {what} is not a key name.");

    private int ReadDigits(int start, int count)
    {
        int value = 0;
        for (int i = start; i < start + count; i++)
        {
            int digit = (int)((_value >> (8 * (Length - 1 - i))) & 0xFF);
            value = (value * 10) + (IsEmpty ? 0 : digit - '0');
        }

        return value;
    }
}
