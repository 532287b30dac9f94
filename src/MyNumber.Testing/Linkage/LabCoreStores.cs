using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Testing.Linkage;

/// <summary>Where a lab core keeps what it knows; in memory unless set.</summary>
/// <remarks>The stores stay the caller's.</remarks>
public sealed class LabCoreStores
{
    /// <summary>Inquiries under way.</summary>
    public IBodyStore Journal { get; init; } = new InMemoryBodyStore();

    /// <summary>Records of the core's log.</summary>
    public IRecordStore Records { get; init; } = new InMemoryRecordStore();

    /// <summary>Heads of the core's log.</summary>
    public IHeadStore Heads { get; init; } = new InMemoryHeadStore();

    /// <summary>By which a person's records are found.</summary>
    public IRecordIndex Index { get; init; } = new InMemoryRecordIndex();

    /// <summary>The register of links.</summary>
    public ILinkRegister Links { get; init; } = new InMemoryLinkRegister();

    /// <summary>The register of issued codes.</summary>
    public IIssuedCodes Codes { get; init; } = new InMemoryIssuedCodes();

    /// <summary>Acquisitions under way.</summary>
    public IAcquisitions Acquisitions { get; init; } = new InMemoryAcquisitions();

    /// <summary>What holders are told.</summary>
    public ICoreNotices Notices { get; init; } = new InMemoryCoreNotices();
}
