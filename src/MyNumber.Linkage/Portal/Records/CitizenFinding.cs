using System.Collections.Immutable;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>What a person's own check says of a page.</summary>
/// <param name="Head">What it says of the head, from the one that was seen last.</param>
/// <param name="Failed">The records that do not hold; not looked at when the head is refused.</param>
public sealed record CitizenFinding(HeadVerdict Head, ImmutableArray<FailedRecord> Failed)
{
    /// <summary>Whether head and all records hold.</summary>
    public bool IsVerified => Head is HeadVerdict.Accepted or HeadVerdict.AlreadyKnown && Failed.IsEmpty;
}
