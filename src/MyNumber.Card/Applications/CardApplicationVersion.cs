namespace MyNumber.Card.Applications;

/// <summary>The four bytes with which an application's basic information begins: such as <c>01 03 0E 01</c>.</summary>
/// <remarks>Immutable. Source: project research notes, one source for the meaning of the bytes. <see langword="default"/> is four zero bytes.</remarks>
public readonly struct CardApplicationVersion : IEquatable<CardApplicationVersion>
{
    private readonly uint _value;

    private CardApplicationVersion(uint value) => _value = value;

    /// <summary>Version of the application's specification; 01 input support, 06 surface.</summary>
    public byte Specification => (byte)(_value >> 24);

    /// <summary>Support of extended Lc and Le; 03 seen.</summary>
    public byte ExtendedLength => (byte)((_value >> 16) & 0xFF);

    /// <summary>The vendor; 0E seen.</summary>
    public byte Vendor => (byte)((_value >> 8) & 0xFF);

    /// <summary>A byte of the vendor's own; 01 seen.</summary>
    public byte VendorByte => (byte)(_value & 0xFF);

    /// <inheritdoc/>
    public bool Equals(CardApplicationVersion other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CardApplicationVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>Whether both are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(CardApplicationVersion left, CardApplicationVersion right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(CardApplicationVersion left, CardApplicationVersion right) => !left.Equals(right);

    internal static CardApplicationVersion Read(ReadOnlySpan<byte> bytes, string what) => bytes.Length == 4
        ? new CardApplicationVersion(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes))
        : throw new CardDataException($"The {what} does not have four bytes.");
}
