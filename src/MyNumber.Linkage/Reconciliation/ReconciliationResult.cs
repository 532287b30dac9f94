using System.Collections.Immutable;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>What a comparison found.</summary>
/// <param name="Findings">The deviations, by kind and key.</param>
/// <param name="Rounds">How often all three were asked.</param>
/// <param name="Ranges">How many ranges were asked for, over all three.</param>
public sealed record ReconciliationResult(ImmutableArray<RecordFinding> Findings, int Rounds, int Ranges)
{
    /// <summary>Whether all three hold the same.</summary>
    public bool Agrees => Findings.IsEmpty;
}
