using System.Runtime.CompilerServices;
using System.Text;

namespace MyNumber.Numbering;

/// <summary>Reading and writing that all kinds of numbers share; each kind forwards to it.</summary>
internal static class NumberText
{
    private const int LongestFormatted = 64;

    /// <summary>Reads UTF-16 text.</summary>
    public static bool TryParse<T>(ReadOnlySpan<char> text, NumberStyle style, out T value, out NumberFault fault)
        where T : struct, INumber<T>
    {
        if (!T.HasPrefix && ExactDigits.TryRead(text, T.ShortestLength, out Digits digits))
        {
            return TryAccept(digits, out value, out fault);
        }

        return TryParseSlowly(text, style, out value, out fault);
    }

    /// <summary>Reads UTF-8 text.</summary>
    public static bool TryParse<T>(ReadOnlySpan<byte> utf8, NumberStyle style, out T value, out NumberFault fault)
        where T : struct, INumber<T>
    {
        if (!T.HasPrefix && ExactDigits.TryRead(utf8, T.ShortestLength, out Digits digits))
        {
            return TryAccept(digits, out value, out fault);
        }

        return TryDecodeAndParse(utf8, style, out value, out fault);
    }

    /// <summary>Reads text or throws; the text is not in the message.</summary>
    public static T Parse<T>(ReadOnlySpan<char> text)
        where T : struct, INumber<T> =>
        TryParse(text, NumberStyle.Strict, out T value, out NumberFault fault) ? value : throw Refuse<T>(fault);

    /// <summary>Reads UTF-8 text or throws; the text is not in the message.</summary>
    public static T Parse<T>(ReadOnlySpan<byte> utf8)
        where T : struct, INumber<T> =>
        TryParse(utf8, NumberStyle.Strict, out T value, out NumberFault fault) ? value : throw Refuse<T>(fault);

    /// <summary>The text of a format: <c>G</c> or none for the bare number, <c>H</c> for groups with hyphens; always the mask for guarded kinds.</summary>
    public static string ToString<T>(T value, ReadOnlySpan<char> format)
        where T : struct, INumber<T>
    {
        Span<byte> ascii = stackalloc byte[LongestFormatted];
        return Encoding.ASCII.GetString(ascii[..Write(value, format, ascii)]);
    }

    /// <summary>Writes the text of a format as UTF-16.</summary>
    public static bool TryFormat<T>(T value, Span<char> destination, out int written, ReadOnlySpan<char> format)
        where T : struct, INumber<T>
    {
        Span<byte> ascii = stackalloc byte[LongestFormatted];
        int length = Write(value, format, ascii);
        return TryWiden(ascii[..length], destination, out written);
    }

    /// <summary>Writes the text of a format as UTF-8.</summary>
    public static bool TryFormat<T>(T value, Span<byte> destination, out int written, ReadOnlySpan<char> format)
        where T : struct, INumber<T>
    {
        Span<byte> ascii = stackalloc byte[LongestFormatted];
        int length = Write(value, format, ascii);
        written = ascii[..length].TryCopyTo(destination) ? length : 0;
        return written == length;
    }

    /// <summary>The digits of a guarded kind.</summary>
    /// <exception cref="InvalidOperationException">The value is empty.</exception>
    public static string Reveal<T>(T value)
        where T : struct, INumber<T>
    {
        Span<byte> ascii = stackalloc byte[LongestFormatted];
        return Encoding.ASCII.GetString(ascii[..WriteRevealed(value, ascii)]);
    }

    /// <summary>The digits of a guarded kind into a buffer that the caller clears.</summary>
    /// <exception cref="InvalidOperationException">The value is empty.</exception>
    public static bool TryReveal<T>(T value, Span<char> destination, out int written)
        where T : struct, INumber<T>
    {
        Span<byte> ascii = stackalloc byte[LongestFormatted];
        bool done = TryWiden(ascii[..WriteRevealed(value, ascii)], destination, out written);
        ascii.Clear();
        return done;
    }

    /// <summary>The digits of a guarded kind into a buffer that the caller clears.</summary>
    /// <exception cref="InvalidOperationException">The value is empty.</exception>
    public static bool TryReveal<T>(T value, Span<byte> utf8Destination, out int written)
        where T : struct, INumber<T>
    {
        Span<byte> ascii = stackalloc byte[LongestFormatted];
        int length = WriteRevealed(value, ascii);
        written = ascii[..length].TryCopyTo(utf8Destination) ? length : 0;
        ascii.Clear();
        return written == length;
    }

    /// <summary>Compares for <see cref="IComparable"/>.</summary>
    /// <exception cref="ArgumentException">The other object is of another type.</exception>
    public static int Compare<T>(T value, object? other)
        where T : struct, INumber<T>, IComparable<T> => other switch
        {
            null => 1,
            T number => value.CompareTo(number),
            _ => throw new ArgumentException($"The other object is no {T.Term}.", nameof(other)),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAccept<T>(in Digits digits, out T value, out NumberFault fault)
        where T : struct, INumber<T>
    {
        fault = T.Check(digits);
        value = fault == NumberFault.None ? T.FromDigits(digits) : default;
        return fault == NumberFault.None;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryDecodeAndParse<T>(ReadOnlySpan<byte> utf8, NumberStyle style, out T value, out NumberFault fault)
        where T : struct, INumber<T>
    {
        Span<char> text = stackalloc char[DigitReader.Ceiling];
        value = default;
        fault = NumberFault.TooLong;
        return DigitReader.TryDecode(utf8, text, out int length) && TryParseSlowly(text[..length], style, out value, out fault);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryParseSlowly<T>(ReadOnlySpan<char> text, NumberStyle style, out T value, out NumberFault fault)
        where T : struct, INumber<T>
    {
        value = default;
        fault = NumberFault.TooLong;
        if (text.Length > DigitReader.Ceiling)
        {
            return false;
        }

        bool lenient = style == NumberStyle.Lenient;
        ReadOnlySpan<char> rest = lenient ? text.Trim(" \u3000") : text;
        bool prefixed = NumberPrefix.TryTake(ref rest, T.HasPrefix, lenient);
        Span<byte> values = stackalloc byte[Digits.Capacity];
        fault = lenient ? DigitReader.ReadLenient(rest, values, out int count) : DigitReader.ReadStrict(rest, values, out count);
        if (fault == NumberFault.None)
        {
            fault = text.IsEmpty || (count == 0 && !prefixed) ? NumberFault.Empty : JudgeLength<T>(count, prefixed || lenient);
        }

        return fault == NumberFault.None && TryAccept(new Digits(values, count), out value, out fault);
    }

    private static NumberFault JudgeLength<T>(int count, bool prefixIsFine)
        where T : struct, INumber<T>
    {
        if (T.HasPrefix && !prefixIsFine)
        {
            return NumberFault.MissingPrefix;
        }

        if (count < T.ShortestLength)
        {
            return NumberFault.TooShort;
        }

        return count > T.LongestLength ? NumberFault.TooLong
            : count != T.ShortestLength && count != T.LongestLength ? NumberFault.WrongLength
            : NumberFault.None;
    }

    private static FormatException Refuse<T>(NumberFault fault)
        where T : struct, INumber<T> => new($"The text is no {T.Term}: {fault}.");

    private static int WriteRevealed<T>(T value, Span<byte> ascii)
        where T : struct, INumber<T> => value.IsEmpty
        ? throw new InvalidOperationException($"The {T.Term} is empty.")
        : value.WriteDigits(ascii);

    private static int Write<T>(T value, ReadOnlySpan<char> format, Span<byte> ascii)
        where T : struct, INumber<T>
    {
        if (T.IsGuarded)
        {
            return Encoding.ASCII.GetBytes(NumberMask<T>.Of(value), ascii);
        }

        bool grouped = format is "H" or "h";
        if (!grouped && !(format.IsEmpty || format is "G" or "g"))
        {
            throw new FormatException("A number is formatted with G or H.");
        }

        return value.IsEmpty ? 0 : WriteOpen(value, grouped, ascii);
    }

    private static int WriteOpen<T>(T value, bool grouped, Span<byte> ascii)
        where T : struct, INumber<T>
    {
        ascii[0] = (byte)'T';
        int start = T.HasPrefix ? 1 : 0;
        int length = start + value.WriteDigits(ascii[start..]);
        if (!grouped)
        {
            return length;
        }

        int at = start;
        foreach (byte group in T.Groups)
        {
            at += group;
            if (at < length)
            {
                ascii[at..length].CopyTo(ascii[(at + 1)..]);
                ascii[at++] = (byte)'-';
                length++;
            }
        }

        return length;
    }

    private static bool TryWiden(ReadOnlySpan<byte> ascii, Span<char> destination, out int written)
    {
        written = 0;
        return destination.Length >= ascii.Length && Encoding.ASCII.TryGetChars(ascii, destination, out written);
    }
}
