namespace MyNumber.Numbering.People;

/// <summary>What was done to two spellings so that they came out the same. Several at one place are possible.</summary>
[Flags]
public enum FoldingKinds
{
    /// <summary>Nothing. The value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>Full-width and half-width digits or letters (全角・半角).</summary>
    Width = 1 << 0,

    /// <summary>Hyphens, minus signs, dashes, and the long-vowel sign after a number.</summary>
    Hyphen = 1 << 1,

    /// <summary>Kind or number of spaces, or a space that one side lacks.</summary>
    Space = 1 << 2,

    /// <summary>Capital and small letters.</summary>
    LetterCase = 1 << 3,

    /// <summary>Hiragana and katakana, or half-width kana.</summary>
    Kana = 1 << 4,

    /// <summary>Variant kanji (異体字) of this library's table, such as 髙 and 高.</summary>
    KanjiVariant = 1 << 5,

    /// <summary>A compatibility ideograph (互換漢字) and the ideograph that Unicode gives as its decomposition. They may be two characters in a family register.</summary>
    CompatibilityIdeograph = 1 << 6,

    /// <summary>A variation selector that one side lacks (異体字セレクタ).</summary>
    VariationSelector = 1 << 7,

    /// <summary>々 and the kanji that it repeats.</summary>
    RepeatMark = 1 << 8,

    /// <summary>Kanji numerals and digits (漢数字).</summary>
    Numeral = 1 << 9,

    /// <summary>丁目・番地・番・号・号室・の between numbers against hyphens.</summary>
    NumberWords = 1 << 10,

    /// <summary>大字 or 字 that one side lacks.</summary>
    Aza = 1 << 11,

    /// <summary>ケ・ヶ・ヵ・が, ノ・之・の, ッ・ツ between kanji.</summary>
    PlaceNameKana = 1 << 12,

    /// <summary>The prefecture that one side lacks.</summary>
    Prefecture = 1 << 13,

    /// <summary>What follows the number on one side only: the name of a building, a room.</summary>
    Building = 1 << 14,
}
