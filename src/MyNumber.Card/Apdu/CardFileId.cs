using System.Globalization;

namespace MyNumber.Card.Apdu;

/// <summary>The two-byte identifier of an elementary file (EF): a transparent file, a PIN or a key.</summary>
/// <remarks><see langword="default"/> is <c>0000</c>, which no file of the card has.</remarks>
public readonly struct CardFileId : IEquatable<CardFileId>
{
    /// <summary>Names a file.</summary>
    /// <param name="value">The identifier, such as <c>0x000A</c>.</param>
    public CardFileId(ushort value) => Value = value;

    /// <summary>The identifier.</summary>
    public ushort Value { get; }

    /// <summary>The four hexadecimal digits, such as <c>000A</c>.</summary>
    /// <returns>Four upper-case digits.</returns>
    public override string ToString() => Value.ToString("X4", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(CardFileId other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CardFileId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value;

    /// <summary>Whether both name the same file.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(CardFileId left, CardFileId right) => left.Equals(right);

    /// <summary>Whether they name different files.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(CardFileId left, CardFileId right) => !left.Equals(right);
}
