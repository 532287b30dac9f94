namespace MyNumber.Numbering.People;

/// <summary>A character of a folded text: its value, where it came from, and what was done there, or between there and the next.</summary>
internal readonly struct FormCharacter(int value, int index, FoldingKinds kinds = FoldingKinds.None)
{
    /// <summary>Stands in front of every text, so that what is left out at the beginning has a place.</summary>
    public const int Start = -1;

    public int Value { get; } = value;

    public int Index { get; } = index;

    public FoldingKinds Kinds { get; } = kinds;

    public bool IsDigit => Value is >= '0' and <= '9';

    public bool IsKanji => Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or >= 0x20000;

    public FormCharacter With(FoldingKinds more) => new(Value, Index, Kinds | more);

    public FormCharacter As(int other, FoldingKinds by) => new(other, Index, Kinds | by);
}
