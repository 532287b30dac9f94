using System.Buffers;
using System.Globalization;

namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>Reads the small pieces: white space, keywords, numbers, names and the ends of strings. What it passes over is charged.</summary>
internal sealed class TokenReader(ReadOnlyMemory<byte> source, int position, ReadBudget budget)
{
    private const int LongestNumber = 32;
    private const int LongestDigits = 10;

    private static readonly SearchValues<byte> _hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef\0\t\n\f\r "u8);
    private static readonly SearchValues<byte> _ofStrings = SearchValues.Create("()\\"u8);

    public ReadOnlyMemory<byte> Source { get; } = source;

    public int Position { get; set; } = position;

    private ReadOnlySpan<byte> Bytes => Source.Span;

    /// <summary>The next byte, or −1 at the end.</summary>
    public int Peek(int ahead = 0) => Position + ahead < Source.Length ? Bytes[Position + ahead] : -1;

    /// <summary>Passes over white space.</summary>
    public void SkipBlank()
    {
        int before = Position;
        while (Peek() is var next && next >= 0 && Characters.IsSpace((byte)next))
        {
            Position++;
        }

        budget.TakeScanned(Position - before);
    }

    /// <summary>Passes over white space and comments.</summary>
    public void SkipSpace()
    {
        for (SkipBlank(); Peek() == '%' && !budget.IsSpent; SkipBlank())
        {
            int length = Bytes[Position..].IndexOfAny((byte)'\r', (byte)'\n');
            length = length < 0 ? Source.Length - Position : length;
            Position += length;
            budget.TakeScanned(length);
        }
    }

    /// <summary>Takes one word that ends here.</summary>
    public bool Take(ReadOnlySpan<byte> word)
    {
        int end = Position + word.Length;
        if (!Bytes[Math.Min(Position, Source.Length)..].StartsWith(word) || (end < Source.Length && Characters.IsRegular(Bytes[end])))
        {
            return false;
        }

        Position = end;
        return true;
    }

    /// <summary>Takes digits only, at most ten.</summary>
    public long? TakeDigits()
    {
        long number = 0;
        int length = 0;
        for (; length <= LongestDigits && Peek(length) is var next && next >= 0 && Characters.IsDigit((byte)next); length++)
        {
            number = (number * 10) + next - '0';
        }

        if (length is 0 or > LongestDigits)
        {
            return null;
        }

        Position += length;
        return number;
    }

    /// <summary>Takes a number with sign and point; <see langword="null"/> when there is none.</summary>
    public (bool IsInteger, long Integer, double Number)? TakeNumber()
    {
        int length = 0;
        while (length <= LongestNumber && Peek(length) is var next && next >= 0 && Characters.IsRegular((byte)next))
        {
            length++;
        }

        ReadOnlySpan<byte> text = Bytes.Slice(Position, length);
        if (length is 0 or > LongestNumber || text.IndexOfAnyExcept("+-.0123456789"u8) >= 0)
        {
            return null;
        }

        if (!text.Contains((byte)'.') && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
        {
            Position += length;
            return (true, integer, integer);
        }

        if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
        {
            return null;
        }

        Position += length;
        return (false, 0, number);
    }

    /// <summary>Takes a name behind its slash; <see langword="null"/> when a number sign is not followed by two digits, or the name is too long.</summary>
    public string? TakeName()
    {
        Span<char> name = stackalloc char[PdfLimits.NameLength];
        int length = 0, before = Position;
        for (Position++; Peek() is var next && next >= 0 && Characters.IsRegular((byte)next); Position++)
        {
            if (next == '#')
            {
                int high = HexAhead(1), low = HexAhead(2);
                if (high < 0 || low < 0 || high + low == 0)
                {
                    return null;
                }

                next = (high << 4) | low;
                Position += 2;
            }

            if (length == name.Length)
            {
                budget.Spend();
                return null;
            }

            name[length++] = (char)next;
        }

        return budget.TakeScanned(Position - before) ? budget.TakeName(name[..length]) : null;
    }

    /// <summary>Passes over a string in angle brackets; <see langword="false"/> when it has no end, or something else than digits and white space in it.</summary>
    public bool SkipHexString()
    {
        int length = Bytes[(Position + 1)..].IndexOfAnyExcept(_hexadecimal);
        int end = length < 0 ? Source.Length : Position + 1 + length;
        bool isClosed = end < Source.Length && Bytes[end] == '>';
        bool isCharged = budget.TakeScanned(end - Position);
        Position = isClosed ? end + 1 : end;
        return isClosed && isCharged;
    }

    /// <summary>Passes over a string in parentheses (ISO 32000-1 §7.3.4.2); <see langword="false"/> when it has no end.</summary>
    public bool SkipLiteralString()
    {
        int before = Position, open = 1;
        for (Position++; open > 0; Position++)
        {
            int length = Position < Source.Length ? Bytes[Position..].IndexOfAny(_ofStrings) : -1;
            if (length < 0)
            {
                Position = Source.Length;
                break;
            }

            Position += length;
            int kind = Bytes[Position];
            open += kind == '(' ? 1 : kind == ')' ? -1 : 0;
            Position += kind == '\\' ? 1 : 0;
        }

        return budget.TakeScanned(Position - before) && open == 0;
    }

    private int HexAhead(int ahead) => Peek(ahead) is var digit && digit >= 0 ? Characters.HexValue((byte)digit) : -1;
}
