using System.Globalization;

namespace MyNumber.Linkage.Codes;

/// <summary>Who holds codes of their own (符号取得主体): one body, or a group of bodies that shares codes. Codes are derived for a holder, permission is checked for an agency.</summary>
/// <remarks>Real bodies' numbers are not public; the numbers are the user's own. <see langword="default"/> is empty.</remarks>
public readonly record struct CodeHolderId : IComparable<CodeHolderId>
{
    /// <summary>The largest number, 2^24 − 1.</summary>
    public const int MaxValue = 0xFFFFFF;

    /// <summary>Makes an id.</summary>
    /// <param name="value">1 to <see cref="MaxValue"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside.</exception>
    public CodeHolderId(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxValue);
        Value = value;
    }

    /// <summary>The number; 0 when empty.</summary>
    public int Value { get; }

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => Value == 0;

    /// <summary>Makes an id when the number is one.</summary>
    /// <param name="value">A number.</param>
    /// <param name="id">The id, or empty.</param>
    /// <returns>Whether the number is in the range.</returns>
    public static bool TryCreate(int value, out CodeHolderId id)
    {
        bool fits = value is >= 1 and <= MaxValue;
        id = fits ? new CodeHolderId(value) : default;
        return fits;
    }

    /// <summary>Compares the numbers; empty comes first.</summary>
    /// <param name="other">Another id.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(CodeHolderId other) => Value.CompareTo(other.Value);

    /// <summary>The number in decimal; it is no secret.</summary>
    /// <returns>Digits, or an empty text.</returns>
    public override string ToString() => IsEmpty ? string.Empty : Value.ToString(CultureInfo.InvariantCulture);
}
