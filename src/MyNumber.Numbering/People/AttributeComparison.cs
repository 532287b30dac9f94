namespace MyNumber.Numbering.People;

/// <summary>One row of a comparison report: which attribute, and how it compares. No value is in it.</summary>
/// <remarks>Immutable. <see langword="default"/> is a name that cannot be compared.</remarks>
public readonly struct AttributeComparison : IEquatable<AttributeComparison>
{
    private readonly TextFolding[]? _foldings;

    /// <summary>Makes a row.</summary>
    /// <param name="attribute">Which attribute.</param>
    /// <param name="outcome">How it compares.</param>
    /// <param name="foldings">The places that were folded; <see langword="null"/> for none.</param>
    public AttributeComparison(PersonAttribute attribute, AttributeOutcome outcome, IReadOnlyList<TextFolding>? foldings = null)
    {
        Attribute = attribute;
        Outcome = outcome;
        _foldings = foldings is { Count: > 0 } ? [.. foldings] : null;
    }

    /// <summary>Which attribute.</summary>
    public PersonAttribute Attribute { get; }

    /// <summary>How it compares.</summary>
    public AttributeOutcome Outcome { get; }

    /// <summary>Where the two texts are written differently and came out the same, and what was done there; empty where nothing was folded. Places and kinds only, no character.</summary>
    public IReadOnlyList<TextFolding> Foldings => _foldings ?? [];

    /// <summary>Everything that was done anywhere in this attribute.</summary>
    public FoldingKinds Kinds => Foldings.Aggregate(FoldingKinds.None, (all, one) => all | one.Kinds);

    /// <summary>Attribute and outcome.</summary>
    /// <returns>Such as <c>Address: SameWhenFolded</c>.</returns>
    public override string ToString() => $"{Attribute}: {Outcome}";

    /// <inheritdoc/>
    public bool Equals(AttributeComparison other) => Attribute == other.Attribute && Outcome == other.Outcome && Foldings.SequenceEqual(other.Foldings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AttributeComparison other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Attribute, Outcome);

    /// <summary>Whether both rows are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(AttributeComparison left, AttributeComparison right) => left.Equals(right);

    /// <summary>Whether the rows differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(AttributeComparison left, AttributeComparison right) => !left.Equals(right);
}
