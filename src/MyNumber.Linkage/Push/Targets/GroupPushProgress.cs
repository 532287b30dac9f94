using System.Collections.Immutable;

namespace MyNumber.Linkage.Push.Targets;

/// <summary>How far a group push is.</summary>
/// <param name="People">How many were selected; the selection stays as it was made.</param>
/// <param name="Outcomes">How many had which final outcome; people not named here are still to be sent to.</param>
public sealed record GroupPushProgress(int People, ImmutableDictionary<DeliveryOutcome, int> Outcomes)
{
    /// <summary>How many are still to be sent to, or wait for an answer.</summary>
    public int Left => People - Outcomes.Values.Sum();

    /// <summary>Whether everybody has a final outcome.</summary>
    public bool IsDone => Left == 0;
}
