using System.ComponentModel;
using System.Text.Json.Serialization;
using MyNumber.Numbering.Binding;

namespace MyNumber.Numbering;

/// <content>Members that are the same for every number and forward to <see cref="NumberText"/>.</content>
[JsonConverter(typeof(NumberJsonConverter<IndividualNumber>))]
[TypeConverter(typeof(NumberTypeConverter<IndividualNumber>))]
public readonly partial struct IndividualNumber : IEquatable<IndividualNumber>, IComparable<IndividualNumber>, IComparable,
    ISpanParsable<IndividualNumber>, IUtf8SpanParsable<IndividualNumber>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>Reads a text; never throws for what the text is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How much is accepted.</param>
    /// <param name="value">The value, or empty.</param>
    /// <param name="fault">The reason when the answer is no.</param>
    /// <returns>Whether the text is an individual number.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, NumberStyle style, out IndividualNumber value, out NumberFault fault) =>
        NumberText.TryParse(text, style, out value, out fault);

    /// <summary>Reads a UTF-8 text; never throws for what the text is.</summary>
    /// <param name="utf8Text">The text.</param>
    /// <param name="style">How much is accepted.</param>
    /// <param name="value">The value, or empty.</param>
    /// <param name="fault">The reason when the answer is no.</param>
    /// <returns>Whether the text is an individual number.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyle style, out IndividualNumber value, out NumberFault fault) =>
        NumberText.TryParse(utf8Text, style, out value, out fault);

    /// <summary>Reads a text in the strict style.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value, or empty.</param>
    /// <returns>Whether the text is an individual number.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out IndividualNumber value) => NumberText.TryParse(text, NumberStyle.Strict, out value, out _);

    /// <summary>Reads a UTF-8 text in the strict style.</summary>
    /// <param name="utf8Text">The text.</param>
    /// <param name="value">The value, or empty.</param>
    /// <returns>Whether the text is an individual number.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out IndividualNumber value) => NumberText.TryParse(utf8Text, NumberStyle.Strict, out value, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out IndividualNumber result) => NumberText.TryParse(s, NumberStyle.Strict, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out IndividualNumber result) => NumberText.TryParse(s, NumberStyle.Strict, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out IndividualNumber result) => NumberText.TryParse(utf8Text, NumberStyle.Strict, out result, out _);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text is not an individual number; the text is not in the message.</exception>
    public static IndividualNumber Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => NumberText.Parse<IndividualNumber>(s);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text is not an individual number; the text is not in the message.</exception>
    public static IndividualNumber Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return NumberText.Parse<IndividualNumber>(s.AsSpan());
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text is not an individual number; the text is not in the message.</exception>
    public static IndividualNumber Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) => NumberText.Parse<IndividualNumber>(utf8Text);

    /// <summary>A mask; no digit is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => NumberText.ToString(this, default);

    /// <summary>A mask whatever the format is; no digit is in it.</summary>
    /// <param name="format">Ignored.</param>
    /// <param name="formatProvider">Ignored.</param>
    /// <returns>A fixed text.</returns>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => NumberText.ToString(this, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        NumberText.TryFormat(this, destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        NumberText.TryFormat(this, utf8Destination, out bytesWritten, format);

    /// <inheritdoc/>
    public bool Equals(IndividualNumber other) => _valuePlusOne == other._valuePlusOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IndividualNumber other && Equals(other);

    /// <summary>A hash that is another one in each process.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(_valuePlusOne);

    /// <summary>Compares as integers; empty comes first.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(IndividualNumber other) => _valuePlusOne.CompareTo(other._valuePlusOne);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The other object is of another type.</exception>
    public int CompareTo(object? obj) => NumberText.Compare(this, obj);

    /// <summary>Whether both hold the same, or are both empty.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator ==(IndividualNumber left, IndividualNumber right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator !=(IndividualNumber left, IndividualNumber right) => !left.Equals(right);

    /// <summary>Whether the left comes first.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator <(IndividualNumber left, IndividualNumber right) => left.CompareTo(right) < 0;

    /// <summary>Whether the right comes first.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator >(IndividualNumber left, IndividualNumber right) => left.CompareTo(right) > 0;

    /// <summary>Whether the right does not come first.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator <=(IndividualNumber left, IndividualNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left does not come first.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator >=(IndividualNumber left, IndividualNumber right) => left.CompareTo(right) >= 0;
}
