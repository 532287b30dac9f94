namespace MyNumber.Numbering.People;

/// <summary>The certificate's per-character marks (代替文字情報): <c>1</c> where a character that it cannot carry was replaced by another or by kana.</summary>
internal static class SubstitutionFlags
{
    /// <summary>A certificate's address has at most 200 characters; longer texts are not matched against marks.</summary>
    private const int LongestText = 1024;

    /// <summary>Whether there is one mark for each character of the text and no other sign.</summary>
    public static bool Fit(string flags, string text) =>
        !flags.AsSpan().ContainsAnyExcept('0', '1') && flags.Length == text.EnumerateRunes().Count() && flags.Length <= LongestText;

    /// <summary>Whether the form differs from the certificate only at marked characters. A run of n marked characters stands for 1 to n characters of the form,
    /// because one kanji may have become several kana.</summary>
    public static bool Explain(List<FoldedCharacter> wanted, List<FoldedCharacter> pattern, string flags)
    {
        if (wanted.Count > pattern.Count)
        {
            return false;
        }

        bool[] reached = new bool[wanted.Count + 1];
        reached[0] = true;
        bool inRun = false;
        foreach (FoldedCharacter step in pattern)
        {
            bool marked = flags[step.Index] == '1';
            for (int i = wanted.Count; i >= 0; i--)
            {
                bool taken = i > 0 && reached[i - 1] && (marked || wanted[i - 1].Value == step.Value);
                reached[i] = taken || (marked && inRun && reached[i]);
            }

            inRun = marked;
        }

        return reached[^1];
    }
}
