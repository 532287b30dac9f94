using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;

namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>Since when a signature is shown to exist, and by what.</summary>
/// <param name="Proof">By what.</param>
/// <param name="At">The latest instant of its making; <see langword="null"/> without proof.</param>
/// <param name="Failure">What to say when the proof does not reach back to the asked instant.</param>
/// <param name="IsStatusLeftToTheCaller">Whether it hangs on the status of a timestamp authority that nobody was asked for.</param>
internal readonly record struct ProvenExistence(ExistenceProof Proof, DateTimeOffset? At, VerificationReason Failure, bool IsStatusLeftToTheCaller = false)
{
    public static ProvenExistence Find(ArchivedEvidence evidence, CmsSignerInfo signer, TimestampVerifier? timestamps, LongTermOptions options, DateTimeOffset now)
    {
        TimestampResult? stamp = timestamps is null ? null : Verify(evidence, signer, timestamps, options, now);
        if (stamp?.ExistedAt is { } stamped)
        {
            return new(ExistenceProof.Timestamp, stamped, VerificationReason.ExistenceNotProven, stamp.IsStatusLeftToTheCaller);
        }

        if (options.TakeTheArchivesOwnTimeForProofOfExistence && evidence.ArchivedAt is { } archived && archived <= now)
        {
            return new(ExistenceProof.ArchiveTime, archived, VerificationReason.ExistenceNotProven);
        }

        bool isAbsent = stamp is null || stamp.Reason == VerificationReason.TimestampMissing;
        return new(ExistenceProof.None, null, isAbsent ? VerificationReason.ExistenceNotProven : stamp!.Reason);
    }

    private static TimestampResult Verify(ArchivedEvidence evidence, CmsSignerInfo signer, TimestampVerifier timestamps, LongTermOptions options, DateTimeOffset now)
    {
        ReadOnlyMemory<byte> bytes = !evidence.Timestamp.IsEmpty ? evidence.Timestamp : signer.TimestampTokens.Count == 1 ? signer.TimestampTokens[0] : default;
        TimestampToken? token = null;
        bool asOfStamp = options.JudgeTimestampAuthoritiesForTheTimeOfTheirOwnStamp
            && TimestampToken.TryParse(bytes.Span, out token) && token.GeneratedAt <= now;
        DateTimeOffset at = asOfStamp ? token!.GeneratedAt : now;
        return evidence.Timestamp.IsEmpty
            ? timestamps.VerifySignatureTimestamp(signer, at)
            : timestamps.Verify(evidence.Timestamp.Span, signer.Signature.Span, at);
    }
}
