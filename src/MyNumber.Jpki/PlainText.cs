using System.Text;

namespace MyNumber.Jpki;

/// <summary>Texts that may stand in a journal, a database and a signed text alike: whole characters, none of them a control character.</summary>
internal static class PlainText
{
    /// <summary>Whether a text is plain and not longer than so many UTF-16 units.</summary>
    public static bool IsPlain(string text, int longest)
    {
        if (text.Length > longest)
        {
            return false;
        }

        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.IsControl(rune))
            {
                return false;
            }
        }

        return true;
    }
}
