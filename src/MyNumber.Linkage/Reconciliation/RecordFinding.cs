using System.Collections.Immutable;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>One deviation.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Parties">Who deviates: one against two that agree, or <see cref="LogParties.All"/>.</param>
/// <param name="Keys">The records: two for <see cref="DeviationKind.Swapped"/>, none for <see cref="DeviationKind.Contradictory"/>, else one.</param>
public sealed record RecordFinding(DeviationKind Kind, LogParties Parties, ImmutableArray<RecordKey> Keys)
{
    /// <summary>Whether two findings are alike.</summary>
    /// <param name="other">Another, or <see langword="null"/>.</param>
    /// <returns>Whether they name the same.</returns>
    public bool Equals(RecordFinding? other) =>
        other is not null && (Kind, Parties) == (other.Kind, other.Parties) && Keys.AsSpan().SequenceEqual(other.Keys.AsSpan());

    /// <summary>A hash of kind, parties and number of keys.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Kind, Parties, Keys.Length);

    /// <summary>Kind, parties and keys; no content of a record.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Kind} at {Parties}: {string.Join(", ", Keys)}";
}
