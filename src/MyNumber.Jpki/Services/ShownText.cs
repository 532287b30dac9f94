using System.Globalization;
using System.Text;

namespace MyNumber.Jpki.Services;

/// <summary>Which characters a text may have of which a person says that what was seen is what was signed (表示できる文字).</summary>
/// <remarks>One rule for statements and for what goes into them. Thread safe.</remarks>
public static class ShownText
{
    /// <summary>Whether a character shows, or is a space. Controls do not, line feed neither; nor what turns the direction of writing, joins, tags, fills or leaves no trace (Unicode categories Cc, Cf,
    /// Zl and Zp, and what is ignorable by default). Variation selectors (異体字セレクタ, U+FE00–FE0F and U+E0100–E01EF) do: names are written with them.</summary>
    /// <param name="character">The character.</param>
    /// <returns>Whether it may stand in a text that is signed.</returns>
    public static bool CanShow(Rune character) =>
        Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !IsIgnorable(character.Value);

    // Fillers, joiners and selectors of other categories, unassigned ones too (Unicode, Default_Ignorable_Code_Point), and the empty Braille pattern.
    private static bool IsIgnorable(int character) => character is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0x2060 and <= 0x206F) or 0x2800
        or 0x3164 or 0xFFA0 or (>= 0xFFF0 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE00FF) or (>= 0xE01F0 and <= 0xE0FFF);
}
