using System.Buffers;
using System.Text.Unicode;

namespace MyNumber.Numbering;

/// <summary>Turns text into digit values. Nothing is allocated and nothing is thrown for any text.</summary>
internal static class DigitReader
{
    /// <summary>The longest text that is looked at, in UTF-16 units: 23 digits with a separator after each, and spaces around, fit in.</summary>
    public const int Ceiling = 64;

    /// <summary>Reads ASCII digits, up to <see cref="Digits.Capacity"/> kept and all counted; the buffer has exactly that capacity.</summary>
    public static NumberFault ReadStrict(ReadOnlySpan<char> text, Span<byte> values, out int count)
    {
        count = 0;
        if (text.Length > Ceiling)
        {
            return NumberFault.TooLong;
        }

        foreach (char unit in text)
        {
            uint digit = unchecked((uint)unit - '0');
            if (digit > 9)
            {
                return NumberFault.ForbiddenCharacter;
            }

            Append(values, ref count, unchecked((byte)digit));
        }

        Align(values, count);
        return NumberFault.None;
    }

    /// <summary>Reads digits of both widths with spaces and hyphens as <see cref="NumberStyle.Lenient"/> allows them.</summary>
    public static NumberFault ReadLenient(ReadOnlySpan<char> text, Span<byte> values, out int count)
    {
        count = 0;
        if (text.Length > Ceiling)
        {
            return NumberFault.TooLong;
        }

        bool misplaced = false;
        bool hyphenTrails = false;
        int separators = 0;
        foreach (char character in text)
        {
            int digit = DigitOf(character);
            if (digit >= 0)
            {
                misplaced |= separators > 1 && count > 0;
                Append(values, ref count, (byte)digit);
                hyphenTrails = false;
                separators = 0;
                continue;
            }

            bool hyphen = IsHyphen(character);
            if (!hyphen && !IsSpace(character))
            {
                return NumberFault.ForbiddenCharacter;
            }

            misplaced |= hyphen && count == 0;
            hyphenTrails |= hyphen;
            separators++;
        }

        Align(values, count);
        return misplaced || hyphenTrails ? NumberFault.MisplacedSeparator : NumberFault.None;
    }

    /// <summary>Decodes UTF-8; what is none becomes U+FFFD, which no style accepts.</summary>
    /// <returns>Whether the text fits the buffer.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> utf8, Span<char> buffer, out int length) =>
        Utf8.ToUtf16(utf8, buffer, out _, out length) == OperationStatus.Done;

    public static bool IsSpace(char character) => character is ' ' or '\u3000';

    private static bool IsHyphen(char character) => character is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFF0D';

    private static int DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= '\uFF10' and <= '\uFF19' => character - '\uFF10',
        _ => -1,
    };

    private static void Append(Span<byte> values, ref int count, byte digit)
    {
        if (count < Digits.Capacity)
        {
            values[count] = digit;
        }

        count++;
    }

    /// <summary>Moves digits from the front to the end, where <see cref="Digits"/> expects them.</summary>
    private static void Align(Span<byte> values, int count)
    {
        int kept = Math.Min(count, Digits.Capacity);
        values[..kept].CopyTo(values[^kept..]);
        values[..^kept].Clear();
    }
}
