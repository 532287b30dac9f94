namespace MyNumber.Numbering;

/// <summary>Reads shapes that are no number type of their own.</summary>
internal static class ShapeText
{
    /// <summary>Reads text of exactly so many digits, at most sixteen.</summary>
    public static bool TryReadDigits(ReadOnlySpan<char> text, NumberStyle style, int length, out long number)
    {
        Span<byte> values = stackalloc byte[Digits.Capacity];
        NumberFault fault = style == NumberStyle.Lenient
            ? DigitReader.ReadLenient(text, values, out int count)
            : DigitReader.ReadStrict(text, values, out count);
        bool fits = fault == NumberFault.None && count == length;
        number = fits ? new Digits(values, count).Low : 0;
        return fits;
    }

    /// <summary>Whether the text is two letters, eight digits and two letters.</summary>
    public static bool IsLettersDigitsLetters(ReadOnlySpan<char> text, NumberStyle style)
    {
        bool lenient = style == NumberStyle.Lenient;
        ReadOnlySpan<char> rest = lenient ? text.Trim(" \u3000") : text;
        return text.Length <= DigitReader.Ceiling && rest.Length >= 12 && AreLetters(rest[..2], lenient) && AreLetters(rest[^2..], lenient)
            && TryReadDigits(rest[2..^2], style, 8, out _);
    }

    /// <summary>Whether the text is an <c>H</c> and nine digits, as 介護保険 has them for recipients of public assistance.</summary>
    public static bool IsCareNumberWithLetter(ReadOnlySpan<char> text, NumberStyle style)
    {
        ReadOnlySpan<char> rest = style == NumberStyle.Lenient ? text.Trim(" \u3000") : text;
        return text.Length <= DigitReader.Ceiling && rest.Length >= 10 && (rest[0] == 'H' || (style == NumberStyle.Lenient && rest[0] is 'h' or '\uFF28' or '\uFF48'))
            && TryReadDigits(rest[1..], style, 9, out _);
    }

    private static bool AreLetters(ReadOnlySpan<char> text, bool lenient)
    {
        foreach (char character in text)
        {
            bool letter = character is >= 'A' and <= 'Z' || (lenient && character is (>= 'a' and <= 'z') or (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A'));
            if (!letter)
            {
                return false;
            }
        }

        return true;
    }
}
