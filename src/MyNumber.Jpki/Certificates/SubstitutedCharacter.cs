using System.Text;

namespace MyNumber.Jpki.Certificates;

/// <summary>Where one substitute (代替文字) stands in a text: flags count characters, .NET strings count UTF-16 units, and outside the basic plane the two differ.</summary>
/// <remarks>A character is one Unicode code point: a surrogate pair has one flag, a base with a combining mark or a variation selector has one for each. That flags count
/// code points is inferred from cards whose characters all lie in the basic plane. <see langword="default"/> is the first UTF-16 unit of length zero.</remarks>
/// <param name="CharacterIndex">Code points before it.</param>
/// <param name="TextIndex">UTF-16 units before it: the index into the string.</param>
/// <param name="TextLength">UTF-16 units of it: 1, or 2 for a surrogate pair.</param>
public readonly record struct SubstitutedCharacter(int CharacterIndex, int TextIndex, int TextLength)
{
    /// <summary>A mark of the place; the character is not in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "SubstitutedCharacter(***)";

    internal static List<SubstitutedCharacter> Find(string text, string flags)
    {
        List<SubstitutedCharacter> found = [];
        int character = 0, at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (flags[character] == '1')
            {
                found.Add(new SubstitutedCharacter(character, at, rune.Utf16SequenceLength));
            }

            character++;
            at += rune.Utf16SequenceLength;
        }

        return found;
    }
}
