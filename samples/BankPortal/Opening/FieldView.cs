namespace BankPortal.Opening;

/// <summary>A field as a page shows it.</summary>
internal sealed record FieldView(string Field, string Label, string? Value, string? Problem)
{
    public string Type { get; init; } = "text";

    public string? Autocomplete { get; init; }

    public string? Hint { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What a screen reader tells beside the label.</summary>
    public string? DescribedBy => string.Join(' ', new[] { Hint is null ? null : $"{Field}-hint", Problem is null ? null : $"{Field}-problem" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    public override string ToString() => "FieldView(***)";
}
