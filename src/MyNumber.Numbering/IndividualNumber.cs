using System.Diagnostics;
using System.Globalization;
using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering;

/// <summary>An individual number (個人番号, マイナンバー): eleven digits and a check digit, guarded.</summary>
/// <remarks><see cref="ToString"/> and the debugger show a mask; the digits come out through <see cref="Reveal"/> only.
/// <see langword="default"/> is empty, which no valid number is.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct IndividualNumber : IEquatable<IndividualNumber>
{
    private readonly long _valuePlusOne;

    private IndividualNumber(long value) => _valuePlusOne = value + 1;

    /// <summary>Whether this is <see langword="default"/> and holds no number.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    /// <summary>Reads twelve ASCII digits and checks the check digit.</summary>
    /// <param name="ascii">Exactly twelve ASCII digits.</param>
    /// <param name="value">The number, or empty.</param>
    /// <returns>Whether the digits are a number with a right check digit.</returns>
    public static bool TryParse(ReadOnlySpan<byte> ascii, out IndividualNumber value)
    {
        value = default;
        if (ascii.Length != 12 || ascii.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        long number = 0;
        foreach (byte digit in ascii)
        {
            number = (number * 10) + (digit - '0');
        }

        if (IndividualNumberCheckDigit.Compute(number / 10) != number % 10)
        {
            return false;
        }

        value = new IndividualNumber(number);
        return true;
    }

    /// <summary>Reads twelve ASCII digits and checks the check digit.</summary>
    /// <param name="text">Exactly twelve ASCII digits.</param>
    /// <param name="value">The number, or empty.</param>
    /// <returns>Whether the digits are a number with a right check digit.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out IndividualNumber value)
    {
        Span<byte> ascii = stackalloc byte[12];
        value = default;
        return text.Length == 12 && System.Text.Ascii.FromUtf16(text, ascii, out _) == System.Buffers.OperationStatus.Done && TryParse(ascii, out value);
    }

    /// <summary>Gives the twelve digits away. The caller answers for what happens to them (番号法 limits collecting and keeping).</summary>
    /// <returns>Twelve ASCII digits.</returns>
    /// <exception cref="InvalidOperationException">The value is empty.</exception>
    public string Reveal() => IsEmpty
        ? throw new InvalidOperationException("The individual number is empty.")
        : (_valuePlusOne - 1).ToString("D12", CultureInfo.InvariantCulture);

    /// <summary>A mask; no digit is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => IsEmpty ? "IndividualNumber(empty)" : "IndividualNumber(***)";

    /// <inheritdoc/>
    public bool Equals(IndividualNumber other) => _valuePlusOne == other._valuePlusOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IndividualNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_valuePlusOne);

    /// <summary>Whether both hold the same number, or are both empty.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(IndividualNumber left, IndividualNumber right) => left.Equals(right);

    /// <summary>Whether the numbers differ.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(IndividualNumber left, IndividualNumber right) => !left.Equals(right);
}
