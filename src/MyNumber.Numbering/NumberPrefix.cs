namespace MyNumber.Numbering;

/// <summary>The <c>T</c> before an invoice registration number.</summary>
internal static class NumberPrefix
{
    /// <summary>Takes the prefix off when the kind has one and it is there.</summary>
    public static bool TryTake(ref ReadOnlySpan<char> text, bool kindHasPrefix, bool lenient)
    {
        if (!kindHasPrefix || text.IsEmpty || !IsPrefix(text[0], lenient))
        {
            return false;
        }

        text = lenient ? text[1..].TrimStart(" \u3000") : text[1..];
        return true;
    }

    private static bool IsPrefix(char character, bool lenient) => character == 'T' || (lenient && character is 't' or '\uFF34' or '\uFF54');
}
