namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>The bytes that a string stands for (ISO 32000-1 §7.3.4). Its end was found when it was read.</summary>
internal static class StringDecoder
{
    public static byte[] Decode(PdfValue? value) => value?.Kind switch
    {
        PdfKind.HexString => Hex(value.Raw.Span[1..^1]),
        PdfKind.LiteralString => Literal(value.Raw.Span[1..^1]),
        _ => [],
    };

    /// <summary>White space between the digits is passed over and an odd digit is followed by zero (§7.3.4.3).</summary>
    private static byte[] Hex(ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[(text.Length + 1) / 2];
        int digits = 0;
        foreach (byte one in text)
        {
            if (Characters.HexValue(one) is var worth && worth >= 0)
            {
                bytes[digits / 2] |= (byte)(digits % 2 == 0 ? worth << 4 : worth);
                digits++;
            }
        }

        return bytes[..((digits + 1) / 2)];
    }

    private static byte[] Literal(ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[text.Length];
        int length = 0;
        for (int at = 0; at < text.Length;)
        {
            int one = text[at++];
            one = one == '\\' ? Escape(text, ref at) : one;
            if (one >= 0)
            {
                bytes[length++] = (byte)one;
            }
        }

        return bytes[..length];
    }

    /// <summary>The byte behind a backslash, or −1 for the end of a line, which stands for nothing.</summary>
    private static int Escape(ReadOnlySpan<byte> text, ref int at)
    {
        int next = at < text.Length ? text[at++] : '\n';
        if (next is '\r' or '\n')
        {
            at += next == '\r' && at < text.Length && text[at] == '\n' ? 1 : 0;
            return -1;
        }

        return next switch { >= '0' and <= '7' => Octal(text, next - '0', ref at), 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => next };
    }

    private static int Octal(ReadOnlySpan<byte> text, int value, ref int at)
    {
        for (int digits = 1; digits < 3 && at < text.Length && text[at] is >= (byte)'0' and <= (byte)'7'; digits++)
        {
            value = (value * 8) + text[at++] - '0';
        }

        return value & 0xFF;
    }
}
