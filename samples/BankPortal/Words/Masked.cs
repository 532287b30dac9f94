using System.Text;

namespace BankPortal.Words;

/// <summary>Hides most of a personal text on a screen that others may see.</summary>
internal static class Masked
{
    /// <summary>The first character of each part of a name, and ＊ for each other.</summary>
    public static string Name(string name)
    {
        StringBuilder text = new();
        bool isFirst = true;
        foreach (Rune rune in name.EnumerateRunes())
        {
            text.Append(Rune.IsWhiteSpace(rune) || isFirst ? rune.ToString() : "＊");
            isFirst = Rune.IsWhiteSpace(rune);
        }

        return text.ToString();
    }
}
