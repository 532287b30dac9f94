namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>Which texts every register can keep as they are: well-formed UTF-16 without U+0000, which PostgreSQL has no place for.</summary>
internal static class TextRules
{
    public static bool IsKept(string? text)
    {
        if (text is null)
        {
            return false;
        }

        for (int at = 0; at < text.Length; at++)
        {
            bool isPair = char.IsSurrogatePair(text, at);
            if (text[at] == '\0' || (char.IsSurrogate(text[at]) && !isPair))
            {
                return false;
            }

            at += isPair ? 1 : 0;
        }

        return true;
    }
}
