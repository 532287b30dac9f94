using System.Collections.Immutable;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>A key under which a party holds something else than the two others.</summary>
internal sealed record Deviation(RecordKey Key, LogParties Party, DeviationKind Kind, ImmutableArray<Digest> Odd, ImmutableArray<Digest> Agreed);
