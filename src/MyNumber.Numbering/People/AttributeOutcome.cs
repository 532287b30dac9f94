namespace MyNumber.Numbering.People;

/// <summary>How an attribute of an application form compares with the certificate's.</summary>
public enum AttributeOutcome
{
    /// <summary>Cannot be compared: a text is empty, a date part or the sex is unknown, a date's era contradicts it, or the substitution flags do not fit their text. The value of <see langword="default"/>.</summary>
    CannotCompare = 0,

    /// <summary>The same, character by character.</summary>
    Same = 1,

    /// <summary>The same after the folds of <see cref="TextFold"/>.</summary>
    SameWhenFolded = 2,

    /// <summary>Different only where the certificate says that it carries a substitute character (代替文字).</summary>
    PossiblySubstituted = 3,

    /// <summary>Different.</summary>
    Different = 4,

    /// <summary>The same but for spaces that one side lacks, such as the one between family and given name: a person looks at it.</summary>
    SameButForSpaces = 5,

    /// <summary>The same in another form (別表記): variant kanji, kana, an address written otherwise. Each place is told, and a person confirms it. With <see cref="ComparisonReach.OtherForms"/> only.</summary>
    SameInOtherForm = 6,

    /// <summary>An address that is the same up to its number, where one side alone goes on with a building or a room (建物名): a person looks at it. With <see cref="ComparisonReach.OtherForms"/> only.</summary>
    SameButForBuilding = 7,
}
