using System.Collections.Immutable;
using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>A person's own check of what the portal shows: needs the answer, the core's public key and the head seen last, and trusts neither portal nor core's word.</summary>
/// <remarks>It shows that each record is in the log that everybody sees and that this log only grew. It cannot show that no record is missing: the copies of inquirer
/// and provider and the reconciliation do. Keep <see cref="LastSeen"/> outside of the portal. Not thread safe.</remarks>
public sealed class CitizenLog
{
    private readonly ECDsa _coreKey;

    /// <summary>Starts the check.</summary>
    /// <param name="coreKey">The core's public key on P-256, from elsewhere than the portal; borrowed.</param>
    /// <param name="lastSeen">The head that was seen last, or <see langword="null"/>; its signature was checked then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="coreKey"/> is null.</exception>
    public CitizenLog(ECDsa coreKey, LogHead? lastSeen = null)
    {
        ArgumentNullException.ThrowIfNull(coreKey);
        _coreKey = coreKey;
        LastSeen = lastSeen;
    }

    /// <summary>The head to be kept until next time.</summary>
    public LogHead? LastSeen { get; private set; }

    /// <summary>Checks a page, and takes its head over when it follows.</summary>
    /// <param name="page">The core's answer.</param>
    /// <returns>The finding. A page without a head was not answered and gives <see cref="HeadVerdict.NoProof"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="page"/> is null.</exception>
    public CitizenFinding Verify(RecordPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        HeadVerdict verdict = page.Head is { } shown ? Judge(shown, page.Consistency) : HeadVerdict.NoProof;
        if (verdict is not (HeadVerdict.Accepted or HeadVerdict.AlreadyKnown))
        {
            return new CitizenFinding(verdict, []);
        }

        LastSeen = page.Head;
        return new CitizenFinding(verdict, [.. Check(page.Records, page.Head!)]);
    }

    private HeadVerdict Judge(LogHead head, ConsistencyProof? proof)
    {
        if (head.Origin != LogOwner.Core.Origin)
        {
            return HeadVerdict.OtherLog;
        }

        if (!head.IsSignedBy(_coreKey))
        {
            return HeadVerdict.BadSignature;
        }

        return LastSeen is not { } seen ? HeadVerdict.Accepted
            : head.Number == seen.Number ? (head.States(seen) ? HeadVerdict.AlreadyKnown : HeadVerdict.Forked)
            : head.Number < seen.Number || head.Size < seen.Size || head.Time < seen.Time ? HeadVerdict.WentBack
            : head.Number == seen.Number + 1 && head.Previous != seen.Hash ? HeadVerdict.Forked
            : proof is null || proof.FirstSize != seen.Size || proof.SecondSize != head.Size ? HeadVerdict.NoProof
            : proof.Proves(seen.Root, head.Root) ? HeadVerdict.Accepted
            : HeadVerdict.Rewritten;
    }

    private static IEnumerable<FailedRecord> Check(ImmutableArray<RecordProof> records, LogHead head)
    {
        AccessRecord? before = null;
        Digest commitment = default;
        foreach (RecordProof proof in records)
        {
            AccessRecord record = proof.Record.Record;
            if (Judge(proof, head, before, commitment) is { } reason)
            {
                yield return new FailedRecord(record.Key, reason);
            }

            (before, commitment) = (record, proof.Record.Commitment);
        }
    }

    private static RecordFailure? Judge(RecordProof proof, LogHead head, AccessRecord? before, Digest commitment)
    {
        AccessRecord record = proof.Record.Record;
        return !proof.Head.States(head) ? RecordFailure.OtherHead
            : !proof.IsProved ? RecordFailure.NotProved
            : before is not null && record.Key.CompareTo(before.Key) <= 0 && record.RequestedAt.UtcDateTime.Year <= before.RequestedAt.UtcDateTime.Year ? RecordFailure.WrongOrder
            : record.Correction is { } step && before is not null && step.Number == before.Key.Correction + 1 && before.Inquiry == record.Inquiry && step.Corrected != commitment
                ? RecordFailure.CorrectsAnother
            : null;
    }
}
