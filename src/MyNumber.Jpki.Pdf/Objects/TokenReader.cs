using System.Globalization;

namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>Reads the small pieces: white space, keywords, numbers, names and strings.</summary>
internal sealed class TokenReader(ReadOnlyMemory<byte> source, int position)
{
    private const int LongestNumber = 32;

    public ReadOnlyMemory<byte> Source { get; } = source;

    public int Position { get; set; } = position;

    private ReadOnlySpan<byte> Bytes => Source.Span;

    /// <summary>The next byte, or −1 at the end.</summary>
    public int Peek(int ahead = 0) => Position + ahead < Source.Length ? Bytes[Position + ahead] : -1;

    /// <summary>Passes over white space and comments.</summary>
    public void SkipSpace()
    {
        while (Peek() is var next && next >= 0)
        {
            if (next == '%')
            {
                int end = Bytes[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = end < 0 ? Source.Length : Position + end;
            }
            else if (Characters.IsSpace((byte)next))
            {
                Position++;
            }
            else
            {
                return;
            }
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
        int length = 0;
        while (Peek(length) is var next && next >= 0 && Characters.IsDigit((byte)next))
        {
            length++;
        }

        if (length is 0 or > 10)
        {
            return null;
        }

        long number = 0;
        foreach (byte digit in Bytes.Slice(Position, length))
        {
            number = (number * 10) + digit - '0';
        }

        Position += length;
        return number;
    }

    /// <summary>Takes a number with sign and point; <see langword="null"/> when there is none.</summary>
    public (bool IsInteger, long Integer, double Number)? TakeNumber()
    {
        int length = 0;
        while (Peek(length) is var next && next >= 0 && Characters.IsRegular((byte)next))
        {
            length++;
        }

        ReadOnlySpan<byte> text = Bytes.Slice(Position, length);
        if (length is 0 or > LongestNumber || text.IndexOfAnyExcept("+-.0123456789"u8) >= 0
            || !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
        {
            return null;
        }

        bool isInteger = !text.Contains((byte)'.') && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        Position += length;
        return (isInteger, isInteger ? long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0, number);
    }

    /// <summary>Takes a name behind its slash; <see langword="null"/> when a number sign is not followed by two digits.</summary>
    public string? TakeName()
    {
        List<char> name = [];
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

            name.Add((char)next);
        }

        return new string([.. name]);
    }

    /// <summary>Takes a string in angle brackets; white space between the digits is passed over and an odd digit is followed by zero (ISO 32000-1 §7.3.4.3).</summary>
    public byte[]? TakeHexString()
    {
        List<byte> bytes = [];
        int high = -1;
        for (Position++; Peek() is var next && next >= 0; Position++)
        {
            int worth = Characters.HexValue((byte)next);
            if (next == '>')
            {
                Position++;
                return high < 0 ? [.. bytes] : [.. bytes, (byte)(high << 4)];
            }

            if (worth < 0 && !Characters.IsSpace((byte)next))
            {
                return null;
            }

            if (worth >= 0 && high >= 0)
            {
                bytes.Add((byte)((high << 4) | worth));
            }

            high = worth < 0 ? high : high < 0 ? worth : -1;
        }

        return null;
    }

    /// <summary>Takes a string in parentheses (ISO 32000-1 §7.3.4.2).</summary>
    public byte[]? TakeLiteralString()
    {
        List<byte> bytes = [];
        int open = 1;
        for (Position++; Peek() is var next && next >= 0;)
        {
            Position++;
            open += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (open == 0)
            {
                return [.. bytes];
            }

            if (next == '\\')
            {
                TakeEscape(bytes);
            }
            else
            {
                bytes.Add((byte)next);
            }
        }

        return null;
    }

    private int HexAhead(int ahead) => Peek(ahead) is var digit && digit >= 0 ? Characters.HexValue((byte)digit) : -1;

    private void TakeEscape(List<byte> bytes)
    {
        int next = Peek();
        Position++;
        switch (next)
        {
            case 'n' or 'r' or 't' or 'b' or 'f':
                bytes.Add((byte)(next switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', _ => '\f' }));
                break;
            case '\r':
                Position += Peek() == '\n' ? 1 : 0;
                break;
            case '\n' or -1:
                break;
            case >= '0' and <= '7':
                int value = next - '0';
                for (int digits = 1; digits < 3 && Peek() is >= '0' and <= '7'; digits++)
                {
                    value = (value * 8) + Peek() - '0';
                    Position++;
                }

                bytes.Add((byte)(value & 0xFF));
                break;
            default:
                bytes.Add((byte)next);
                break;
        }
    }
}
