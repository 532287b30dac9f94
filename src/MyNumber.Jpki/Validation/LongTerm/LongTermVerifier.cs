using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;

namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>Judges from archived evidence alone whether a signature was valid at a past instant (長期検証). Nothing is fetched.</summary>
/// <remarks>
/// <para>Order: limits and reading, the signer's path at the instant (profile, pinned generation, both periods, issuer's signature), the signature, the archived record, proof that the
/// signature existed by then, status about that instant.</para>
/// <para>A status answer is judged for the time when it was made, so its signer may have ended since. That the answer is as old as it says is the archive's to keep: under a
/// timestamp or in a chained journal.</para>
/// <para>Immutable and thread safe. No bytes make it throw.</para>
/// </remarks>
public sealed class LongTermVerifier
{
    private readonly CertificateValidator _certificates;
    private readonly TimestampVerifier? _timestamps;
    private readonly LongTermOptions _options;

    /// <summary>Brings anchors, trust in timestamps and options together.</summary>
    /// <param name="anchors">The pinned generations for <see cref="CertificatePurpose.Signature"/>, those that have ended too.</param>
    /// <param name="timestamps">Verifies timestamps; <see langword="null"/> where there are none.</param>
    /// <param name="clock">The clock that decides what now is: evidence from the future is not believed.</param>
    /// <param name="options">How much the archive is believed; <see langword="null"/> for <see cref="LongTermOptions.Strict"/>.</param>
    /// <param name="limits">How much work one verification may cost; <see langword="null"/> for <see cref="VerificationLimits.Strict"/>.</param>
    /// <exception cref="ArgumentException">The anchors are for another purpose, or a limit is out of its range.</exception>
    public LongTermVerifier(TrustAnchorSet anchors, TimestampVerifier? timestamps, TimeProvider clock, LongTermOptions? options = null, VerificationLimits? limits = null)
    {
        _certificates = new CertificateValidator(anchors, NoSource.Instance, clock, limits);
        if (anchors.Purpose != CertificatePurpose.Signature)
        {
            throw new ArgumentException("Documents are verified with the anchors of the signature certificate.", nameof(anchors));
        }

        _timestamps = timestamps;
        _options = options ?? LongTermOptions.Strict;
        _options.Validate();
    }

    /// <summary>Was the signature valid when it is proved to have existed?</summary>
    /// <param name="evidence">What the archive holds.</param>
    /// <returns>The answer for the instant of the proof. Without proof it is judged for now, and never valid: undetermined, or for example expired.</returns>
    public LongTermResult Verify(ArchivedEvidence evidence) => Judge(evidence, null);

    /// <summary>Was the signature valid at an instant?</summary>
    /// <param name="evidence">What the archive holds.</param>
    /// <param name="at">The instant, not in the future.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant is in the future.</exception>
    public LongTermResult Verify(ArchivedEvidence evidence, DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at, _certificates.Clock.GetUtcNow());
        return Judge(evidence, at);
    }

    private LongTermResult Judge(ArchivedEvidence evidence, DateTimeOffset? asked)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        DateTimeOffset now = _certificates.Clock.GetUtcNow();
        if (IsOverLimits(evidence))
        {
            return Refused(VerificationOutcome.Undetermined, asked ?? now, VerificationReason.WorkLimitExceeded);
        }

        if (!CmsSignedDocument.TryParse(evidence.Document.Span, out CmsSignedDocument? document, out VerificationReason reason) || document.Signers.Count != 1)
        {
            return Refused(VerificationOutcome.Invalid, asked ?? now, reason == VerificationReason.None ? VerificationReason.SeveralSigners : reason);
        }

        CmsSignerInfo signer = document.Signers[0];
        ProvenExistence existence = ProvenExistence.Find(evidence, signer, _timestamps, _options, now);
        DateTimeOffset at = asked ?? existence.At ?? now;
        DocumentVerificationResult local = new DocumentVerifier(_certificates).VerifyLocallyAt(document, signer, evidence.DetachedContent, at);
        if (local.Reason != VerificationReason.None)
        {
            return new LongTermResult(local.Outcome, at, local.CollectFindings())
            {
                Proof = existence.Proof,
                ExistedAt = existence.At,
                IsTimestampStatusLeftToTheCaller = existence.IsStatusLeftToTheCaller,
                Certificate = local.Certificate,
            };
        }

        return JudgePast(evidence, local, existence, at, now);
    }

    private LongTermResult JudgePast(ArchivedEvidence evidence, DocumentVerificationResult local, ProvenExistence existence, DateTimeOffset at, DateTimeOffset now)
    {
        VerifiedPath path = local.Path!;
        ArchivedStatus status = ReadStatus(evidence, path, now);
        StatusView view = StatusView.Of(status.Answers, at, path.Certificate.NotAfter, path.Profile.Medium == CertificateMedium.Card);
        VerificationReason record = evidence.Record is { } kept && !IsAbout(kept, local) ? VerificationReason.ArchivedRecordMismatch : VerificationReason.None;
        VerificationReason state = ReasonOf(view, status, evidence);
        VerificationReason proof = existence.At <= at ? VerificationReason.None : existence.Failure;
        bool isAgainst = view.State is RevocationState.Held or RevocationState.Revoked;
        VerificationReason deciding = new[] { record, isAgainst ? state : VerificationReason.None, proof, state }.FirstOrDefault(reason => reason != VerificationReason.None);
        VerificationOutcome outcome = deciding == VerificationReason.None ? VerificationOutcome.Valid
            : record != VerificationReason.None || isAgainst ? VerificationOutcome.Invalid
            : VerificationOutcome.Undetermined;
        return new LongTermResult(outcome, at, VerificationFinding.Rank(deciding, [record, proof, state, .. status.Refusals]))
        {
            Proof = existence.Proof,
            ExistedAt = existence.At,
            IsTimestampStatusLeftToTheCaller = existence.IsStatusLeftToTheCaller,
            Certificate = path.Certificate,
            Status = view.Deciding,
        };
    }

    private static VerificationReason ReasonOf(StatusView view, ArchivedStatus status, ArchivedEvidence evidence) => view.State switch
    {
        RevocationState.Good => VerificationReason.None,
        RevocationState.Held => VerificationReason.Held,
        RevocationState.Revoked => VerificationReason.Revoked,
        RevocationState.Unknown => VerificationReason.StatusSourcesDisagree,
        _ when status.Answers.Count != 0 => VerificationReason.StatusNotAboutInstant,
        _ => evidence.OcspResponses.Count + evidence.RevocationLists.Count == 0 ? VerificationReason.StatusNotAtHand : status.Refusals.FirstOrDefault(VerificationReason.StatusNotAtHand),
    };

    private ArchivedStatus ReadStatus(ArchivedEvidence evidence, VerifiedPath path, DateTimeOffset now)
    {
        ArchivedStatus status = new(path, _certificates.Anchors, now);
        foreach (ReadOnlyMemory<byte> response in evidence.OcspResponses)
        {
            status.AddResponse(response);
        }

        foreach (ReadOnlyMemory<byte> list in evidence.RevocationLists)
        {
            status.AddList(list);
        }

        if (_options.TakeTheRecordsWordForAListThatWasNotArchived && evidence.Record?.Status is { } record)
        {
            status.AddRecord(record);
        }

        return status;
    }

    private bool IsOverLimits(ArchivedEvidence evidence) =>
        evidence.Document.Length > _certificates.Limits.MaximumDocumentLength
        || !_certificates.Limits.AllowsHashing(1, (long)evidence.Document.Length + (evidence.DetachedContent?.Length ?? 0))
        || evidence.OcspResponses.Count > _options.MaximumStatusItems
        || evidence.RevocationLists.Count > _options.MaximumStatusItems
        || evidence.RevocationLists.Sum(list => (long)list.Length) > _options.MaximumListBytes;

    private static bool IsAbout(VerificationEvidence record, DocumentVerificationResult local) =>
        record.SignerCertificate.Span.SequenceEqual(local.Certificate!.RawData.Span)
        && record.Signature.Span.SequenceEqual(local.SignerInfo!.Signature.Span)
        && record.ContentSha256.Span.SequenceEqual(SHA256.HashData(local.UnverifiedContent!.Value.Span))
        && (record.AnchorSha256.IsEmpty || record.AnchorSha256.Span.SequenceEqual(SHA256.HashData(local.Path!.Issuer.Certificate.RawData.Span)));

    private static LongTermResult Refused(VerificationOutcome outcome, DateTimeOffset at, VerificationReason reason) =>
        new(outcome, at, VerificationFinding.Rank(reason, []));
}
