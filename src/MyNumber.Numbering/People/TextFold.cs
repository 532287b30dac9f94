using System.Text;

namespace MyNumber.Numbering.People;

//  what          from                                                          to
//  digits        ０-９ FF10-FF19                                                0-9
//  letters       Ａ-Ｚ FF21-FF3A, ａ-ｚ FF41-FF5A                                A-Z, a-z (case is kept)
//  hyphens       002D 2010 2011 2012 2013 2014 2015 2212 30FC FE63 FF0D FF70   -
//  spaces        0020 00A0 3000, runs of them                                  one space; none at the ends

/// <summary>The folds under which two spellings of a name or an address count as the same.</summary>
/// <remarks>
/// <para>Folded: full-width digits and Latin letters, the hyphens and long-vowel signs that people type between numbers, and spaces. The long-vowel sign ー folds in
/// words too, on both sides alike.</para>
/// <para>Not folded here: kanji variants, kana width, case, 丁目・番・号, a prefecture or a building left out; a comparison tells such a form as different, or, when it is asked for
/// <see cref="ComparisonReach.OtherForms"/>, as the same in another form. There is no NFKC, because it would merge compatibility ideographs that are different
/// characters in a family register. Raw strings stay untouched; a fold is made for one comparison only.</para>
/// <para>Source: project research notes on name and address matching; the table is this library's choice.</para>
/// </remarks>
public static class TextFold
{
    /// <summary>Whether two texts are the same when folded.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are the same.</returns>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public static bool AreSame(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        List<FoldedCharacter> one = Fold(left), other = Fold(right);
        return one.Count == other.Count && one.Zip(other).All(pair => pair.First.Value == pair.Second.Value);
    }

    /// <summary>Whether two texts are the same when folded and all spaces are left out, as when a form has no space between family and given name.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are the same but for spaces.</returns>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public static bool AreSameButForSpaces(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return WithoutSpaces(left).SequenceEqual(WithoutSpaces(right));
    }

    /// <summary>The folded characters of a text, each with its place among the text's characters (Unicode scalar values, not UTF-16 units).</summary>
    internal static List<FoldedCharacter> Fold(string text)
    {
        List<FoldedCharacter> folded = new(text.Length);
        int index = 0;
        for (int at = 0; at < text.Length; index++)
        {
            int value = text[at], units = 1;
            if (Rune.TryGetRuneAt(text, at, out Rune rune))
            {
                (value, units) = (rune.Value, rune.Utf16SequenceLength);
            }

            at += units;
            value = Fold(value);
            bool repeated = folded.Count == 0 || folded[^1].Value == ' ';
            if (value != ' ' || !repeated)
            {
                folded.Add(new FoldedCharacter(value, index));
            }
        }

        if (folded.Count > 0 && folded[^1].Value == ' ')
        {
            folded.RemoveAt(folded.Count - 1);
        }

        return folded;
    }

    private static IEnumerable<int> WithoutSpaces(string text) => Fold(text).Select(character => character.Value).Where(value => value != ' ');

    internal static int Fold(int character) => character switch
    {
        >= 0xFF10 and <= 0xFF19 or >= 0xFF21 and <= 0xFF3A or >= 0xFF41 and <= 0xFF5A => character - 0xFEE0,
        >= 0x2010 and <= 0x2015 or 0x2212 or 0x30FC or 0xFE63 or 0xFF0D or 0xFF70 => '-',
        0x00A0 or 0x3000 => ' ',
        _ => character,
    };
}
