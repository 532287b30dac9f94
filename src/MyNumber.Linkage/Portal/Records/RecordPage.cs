using System.Collections.Immutable;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>The core's answer: records with proofs, all for one signed head. There is no count of what is not shown.</summary>
/// <remarks>Immutable. <see cref="CitizenLog"/> checks it.</remarks>
public sealed record RecordPage
{
    /// <summary>Whether it was answered; else the rest is empty.</summary>
    public required RecordQueryOutcome Outcome { get; init; }

    /// <summary>Records by ascending time, each followed by its corrections.</summary>
    public ImmutableArray<RecordProof> Records { get; init; } = [];

    /// <summary>To be given for the next page; <see langword="null"/> when there is none to be shown.</summary>
    public RecordCursor? Next { get; init; }

    /// <summary>The head that all proofs are for.</summary>
    public LogHead? Head { get; init; }

    /// <summary>That the log only grew since the head that was last seen; <see langword="null"/> when none was named or the core has no proof.</summary>
    public ConsistencyProof? Consistency { get; init; }
}
