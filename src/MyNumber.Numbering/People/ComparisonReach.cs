namespace MyNumber.Numbering.People;

/// <summary>How far a comparison goes before it calls two spellings different.</summary>
public enum ComparisonReach
{
    /// <summary>Ways of typing only: the folds of <see cref="TextFold"/>. The value of <see langword="default"/>.</summary>
    Typing = 0,

    /// <summary>Other forms too: variant kanji, kana, forms of an address. What is the same by these is told apart, place by place, and a person confirms it.</summary>
    OtherForms = 1,
}
