using MyNumber.Jpki.Pdf.Reading;
using MyNumber.Jpki.Pdf.Verification.Updates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Pdf.Verification;

/// <summary>Verifies signed PDF files (PDF署名の検証): the file, the place and range of each signature, what follows it, then the CMS message with the signer's certificate and status.</summary>
/// <remarks>
/// <para>Everything about the file is judged on its bytes before any signature is computed, and the status source is asked last. Accepted: ISO 32000-1 §12.8 with adbe.pkcs7.detached or
/// ETSI.CAdES.detached, one signer in each message.</para>
/// <para>Immutable and thread safe; make one and keep it.</para>
/// </remarks>
public sealed class PdfDocumentVerifier
{
    private readonly DocumentVerifier _messages;
    private readonly TimestampVerifier? _timestamps;
    private readonly PdfVerificationOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Verifies with a validator of signature certificates.</summary>
    /// <param name="certificates">Anchors, status source and clock for the signature certificate.</param>
    /// <param name="options">How strictly; <see langword="null"/> for the strict default.</param>
    /// <param name="timestamps">When given, every signature must have a valid timestamp over it (CAdES-T); <see langword="null"/> passes over timestamps.</param>
    /// <exception cref="ArgumentException">The validator is for another purpose.</exception>
    public PdfDocumentVerifier(CertificateValidator certificates, PdfVerificationOptions? options = null, TimestampVerifier? timestamps = null)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        _options = options ?? new PdfVerificationOptions();
        _messages = new DocumentVerifier(certificates, _options.RequiresSigningCertificate);
        _timestamps = timestamps;
        _clock = certificates.Clock;
    }

    /// <summary>Verifies every signature of one file now.</summary>
    /// <param name="pdf">The file, at most <see cref="PdfLimits.DocumentLength"/> bytes; it is copied before this returns.</param>
    /// <param name="cancellationToken">Ends the reading, and the wait for the status source.</param>
    /// <returns>The answer; nothing that the bytes or the network do throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<PdfVerificationResult> VerifyAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default) =>
        pdf.Length > PdfLimits.DocumentLength
            ? ValueTask.FromResult(new PdfVerificationResult(VerificationReason.PdfTooLarge))
            : VerifyCopyAsync(pdf.ToArray(), cancellationToken);

    private async ValueTask<PdfVerificationResult> VerifyCopyAsync(byte[] pdf, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        PdfFile? file = PdfFile.Read(pdf, out VerificationReason reason, cancellationToken);
        if (file is null || SignatureCollector.Collect(file, out reason) is not { } found)
        {
            return new PdfVerificationResult(reason, revisions: file?.Revisions.Count ?? 0);
        }

        List<FoundSignature> signatures = [.. found.Where(one => one.Dictionary is null || !SignatureDictionary.IsTimestamp(one.Dictionary.Value))];
        int timestamps = found.Count - signatures.Count;
        if (signatures.Count == 0)
        {
            return new PdfVerificationResult(VerificationReason.PdfSignatureNotFound, [], file.Revisions.Count, timestamps);
        }

        // What came before the first signature is signed with it.
        int first = signatures.Min(one => one.Revision) + 1;
        UpdateClassifier classifier = new(file);
        PdfUpdateKind[] updates = [.. Enumerable.Range(first, file.Revisions.Count - first).Select(classifier.Classify)];
        if (file.TakeFlaw() == VerificationReason.PdfTooLarge)
        {
            return new PdfVerificationResult(VerificationReason.PdfTooLarge, revisions: file.Revisions.Count);
        }

        List<PdfSignatureResult> results = [];
        byte[] content = new byte[pdf.Length];
        foreach (FoundSignature signature in signatures)
        {
            results.Add(await VerifyOneAsync(file, signature, updates[(signature.Revision + 1 - first)..], content, cancellationToken).ConfigureAwait(false));
        }

        return new PdfVerificationResult(VerificationReason.None, results, file.Revisions.Count, timestamps);
    }

    /// <param name="file">The document.</param>
    /// <param name="found">The signature.</param>
    /// <param name="followedBy">What came later.</param>
    /// <param name="content">Room for what was signed, for one signature after another.</param>
    /// <param name="cancellationToken">Ends the wait for the status source.</param>
    private async ValueTask<PdfSignatureResult> VerifyOneAsync(PdfFile file, FoundSignature found, PdfUpdateKind[] followedBy, byte[] content, CancellationToken cancellationToken)
    {
        PdfSignatureResult.Findings findings = new() { CheckedAt = _clock.GetUtcNow(), FieldName = found.FieldName, Revision = found.Revision + 1, FollowedBy = followedBy };
        SignatureDictionary? signature = SignatureDictionary.Read(file.ViewAt(found.Revision), found.Dictionary, out VerificationReason reason);
        if (signature is null || (reason = JudgeUpdates(file, found, signature, followedBy)) != VerificationReason.None)
        {
            return new PdfSignatureResult(reason, findings);
        }

        byte[]? message = BerMessage.Read(signature.Contents.Span, out int consumed);
        if (message is null || signature.Contents.Span[consumed..].IndexOfAnyExcept((byte)0) >= 0)
        {
            return new PdfSignatureResult(message is null ? VerificationReason.DocumentMalformed : VerificationReason.PdfPaddingNotZero, findings);
        }

        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        bytes[..signature.HoleStart].CopyTo(content);
        bytes[signature.HoleEnd..signature.End].CopyTo(content.AsSpan(signature.HoleStart));
        findings = findings with { SignedRevision = file.Bytes[..signature.End] };
        return await VerifyMessageAsync(message, content.AsMemory(0, signature.End - signature.HoleEnd + signature.HoleStart), findings, cancellationToken).ConfigureAwait(false);
    }

    private VerificationReason JudgeUpdates(PdfFile file, FoundSignature found, SignatureDictionary signature, PdfUpdateKind[] followedBy)
    {
        if (!Coverage.IsWhole(file, found.Revision, signature.End))
        {
            return VerificationReason.PdfRevisionNotCovered;
        }

        if (followedBy.Contains(PdfUpdateKind.Change) || (signature.IsFinal && followedBy.Contains(PdfUpdateKind.Signature)))
        {
            return VerificationReason.PdfChangedAfterSigning;
        }

        return followedBy.Length != 0 && _options.LaterUpdates != PdfLaterUpdates.SignaturesAndValidationData ? VerificationReason.PdfUpdatedAfterSigning : VerificationReason.None;
    }

    private async ValueTask<PdfSignatureResult> VerifyMessageAsync(byte[] message, ReadOnlyMemory<byte> content, PdfSignatureResult.Findings findings, CancellationToken cancellationToken)
    {
        if (_timestamps is null)
        {
            return new PdfSignatureResult(await _messages.VerifyAsync(message, content, cancellationToken).ConfigureAwait(false), findings);
        }

        TimestampedDocumentResult stamped = await new TimestampedDocumentVerifier(_messages, _timestamps).VerifyAsync(message, content, cancellationToken).ConfigureAwait(false);
        if (stamped.Timestamps.Count != 1)
        {
            return stamped.Timestamps.Count == 0 ? new PdfSignatureResult(stamped.Reason, findings, stamped.Outcome) : new PdfSignatureResult(VerificationReason.SeveralSigners, findings);
        }

        findings = findings with { Timestamp = stamped.Timestamps[0] };
        return stamped.Signers.Signers.Count == 1
            ? new PdfSignatureResult(stamped.Signers.Signers[0], findings)
            : new PdfSignatureResult(stamped.Reason, findings, stamped.Outcome);
    }
}
