using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Testing.Linkage;

/// <summary>Where a lab body keeps what it knows; in memory unless set.</summary>
/// <remarks>The stores stay the caller's.</remarks>
public sealed class LabBodyStores
{
    /// <summary>Codes, replicas and inquiries under way; several bodies may share one.</summary>
    public IBodyStore Space { get; init; } = new InMemoryBodyStore();

    /// <summary>Records of the body's log.</summary>
    public IRecordStore Records { get; init; } = new InMemoryRecordStore();

    /// <summary>Heads of the body's log.</summary>
    public IHeadStore Heads { get; init; } = new InMemoryHeadStore();
}
