using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Testing.Linkage;

/// <summary>What one body holds of one person: its own number (宛名番号), the code it acquired under it, and replicas (副本).</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Agency">The body.</param>
/// <param name="Addressee">The body's own number of the person.</param>
/// <param name="Replicas">What it can answer; all of this addressee, no set twice.</param>
public sealed record LabHolding(AgencyId Agency, AddresseeNumber Addressee, ImmutableArray<Replica> Replicas)
{
    /// <summary>The body; nothing of the person.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"holding of agency {Agency}";
}
