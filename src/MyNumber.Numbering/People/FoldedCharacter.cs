namespace MyNumber.Numbering.People;

/// <summary>A folded character and its place among the characters of the text that it came from.</summary>
internal readonly struct FoldedCharacter(int value, int index)
{
    public int Value { get; } = value;

    public int Index { get; } = index;
}
