using System.Diagnostics.CodeAnalysis;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Signatures;

/// <summary>Verifies a signed application, as a bank does when it opens an account: document, signer's certificate, signature, status (署名検証).</summary>
/// <remarks>
/// <para>Order: read the document, find and read the signer's certificate, verify its path, check digest and signature, and ask the status source last, so
/// that nothing goes to the network for a document that fails at the desk.</para>
/// <para>Immutable and thread safe; make one and keep it.</para>
/// </remarks>
public sealed class DocumentVerifier
{
    private readonly CertificateValidator _certificates;
    private readonly bool _requiresSigningCertificate;

    /// <summary>Verifies with a validator of signature certificates.</summary>
    /// <param name="certificates">Anchors, status source and clock for <see cref="CertificatePurpose.Signature"/>.</param>
    /// <param name="requiresSigningCertificate">Whether every signer must have signing-certificate-v2 (CAdES-B). When it is there it is checked in any case; most card software does not write it.</param>
    /// <exception cref="ArgumentException">The validator is for another purpose.</exception>
    public DocumentVerifier(CertificateValidator certificates, bool requiresSigningCertificate = false)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        if (certificates.Anchors.Purpose != CertificatePurpose.Signature)
        {
            throw new ArgumentException("Documents are verified with the anchors of the signature certificate.", nameof(certificates));
        }

        _certificates = certificates;
        _requiresSigningCertificate = requiresSigningCertificate;
    }

    internal TimeProvider Clock => _certificates.Clock;

    /// <summary>Verifies one document with one signer now.</summary>
    /// <param name="cms">CMS SignedData in DER, at most <see cref="CmsSignedDocument.MaximumLength"/> bytes; it is copied.</param>
    /// <param name="detachedContent">The content of a detached document, unchanged until the answer comes; <see langword="null"/> for an attached one. A
    /// <see langword="null"/> array converts to an empty content and not to <see langword="null"/>, and the document is then refused.</param>
    /// <param name="cancellationToken">Ends the wait for the status source.</param>
    /// <returns>The answer; nothing that the bytes or the network do throws. Several signers are refused with <see cref="VerificationReason.SeveralSigners"/>: an application has one,
    /// and who expects more asks <see cref="VerifyEachAsync(ReadOnlyMemory{byte}, ReadOnlyMemory{byte}?, CancellationToken)"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<DocumentVerificationResult> VerifyAsync(ReadOnlyMemory<byte> cms, ReadOnlyMemory<byte>? detachedContent = null, CancellationToken cancellationToken = default)
    {
        DocumentVerificationResult.Parts parts = new() { CheckedAt = Clock.GetUtcNow() };
        if (!TryRead(cms.Span, out CmsSignedDocument? document, out VerificationReason reason))
        {
            return ValueTask.FromResult(DocumentVerificationResult.Refused(reason, parts));
        }

        if (document.Signers.Count != 1)
        {
            parts = parts with { Document = document, Content = document.Content ?? detachedContent };
            return ValueTask.FromResult(DocumentVerificationResult.Refused(VerificationReason.SeveralSigners, parts));
        }

        if (IsOverLimits(document, detachedContent))
        {
            return ValueTask.FromResult(DocumentVerificationResult.Refused(VerificationReason.WorkLimitExceeded, parts with { Document = document }));
        }

        return AddStatusAsync(VerifyLocally(document, document.Signers[0], detachedContent), cancellationToken);
    }

    /// <summary>Verifies every signer of one document now, each for itself.</summary>
    /// <param name="cms">CMS SignedData in DER, at most <see cref="CmsSignedDocument.MaximumLength"/> bytes; it is copied.</param>
    /// <param name="detachedContent">As for <see cref="VerifyAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the status source.</param>
    /// <returns>An answer for each signer and one for the document; nothing that the bytes or the network do throws. A certificate that signed twice is refused in both places.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<SignersVerificationResult> VerifyEachAsync(ReadOnlyMemory<byte> cms, ReadOnlyMemory<byte>? detachedContent = null, CancellationToken cancellationToken = default) =>
        TryRead(cms.Span, out CmsSignedDocument? document, out VerificationReason reason)
            ? VerifyEachAsync(document, detachedContent, cancellationToken)
            : ValueTask.FromResult(SignersVerificationResult.Refused(reason));

    /// <summary>Verifies every signer of one document now, each for itself.</summary>
    /// <param name="document">A document that was read.</param>
    /// <param name="detachedContent">As for <see cref="VerifyAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the status source.</param>
    /// <returns>An answer for each signer and one for the document.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<SignersVerificationResult> VerifyEachAsync(CmsSignedDocument document, ReadOnlyMemory<byte>? detachedContent = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (IsOverLimits(document, detachedContent))
        {
            return SignersVerificationResult.Refused(VerificationReason.WorkLimitExceeded, document);
        }

        DocumentVerificationResult[] local = [.. document.Signers.Select(signer => VerifyLocally(document, signer, detachedContent))];
        for (int i = 0; i < local.Length; i++)
        {
            JpkiCertificate? mine = local[i].Certificate;
            if (mine is not null && local.Where((other, place) => place != i && other.Certificate?.RawData.Span.SequenceEqual(mine.RawData.Span) == true).Any())
            {
                local[i] = local[i].AsRefused(VerificationReason.SignerRepeated);
            }
        }

        DocumentVerificationResult[] signers = new DocumentVerificationResult[local.Length];
        for (int i = 0; i < local.Length; i++)
        {
            signers[i] = await AddStatusAsync(local[i], cancellationToken).ConfigureAwait(false);
        }

        return new SignersVerificationResult(document, signers);
    }

    private bool TryRead(ReadOnlySpan<byte> cms, [NotNullWhen(true)] out CmsSignedDocument? document, out VerificationReason reason)
    {
        document = null;
        reason = VerificationReason.WorkLimitExceeded;
        return cms.Length <= _certificates.Limits.MaximumDocumentLength && CmsSignedDocument.TryParse(cms, out document, out reason);
    }

    private bool IsOverLimits(CmsSignedDocument document, ReadOnlyMemory<byte>? detachedContent)
    {
        long content = (document.Content?.Length ?? 0L) + (detachedContent?.Length ?? 0L);
        return document.Signers.Count > _certificates.Limits.MaximumSigners || !_certificates.Limits.AllowsHashing(document.Signers.Count, content);
    }

    private ValueTask<DocumentVerificationResult> AddStatusAsync(DocumentVerificationResult local, CancellationToken cancellationToken)
    {
        if (local.Reason != VerificationReason.None)
        {
            return ValueTask.FromResult(local);
        }

        ValueTask<ValidationResult> status = _certificates.CheckStatusAsync(local.Path!, cancellationToken);
        return status.IsCompletedSuccessfully
            ? ValueTask.FromResult(local.WithStatus(status.Result))
            : AwaitStatusAsync(local, status);
    }

    private static async ValueTask<DocumentVerificationResult> AwaitStatusAsync(DocumentVerificationResult local, ValueTask<ValidationResult> status) =>
        local.WithStatus(await status.ConfigureAwait(false));

    private DocumentVerificationResult VerifyLocally(CmsSignedDocument document, CmsSignerInfo signer, ReadOnlyMemory<byte>? detachedContent) =>
        VerifyLocallyAt(document, signer, detachedContent, Clock.GetUtcNow());

    /// <summary>All but status, for any instant; the answer may leave this library only beside a status.</summary>
    internal DocumentVerificationResult VerifyLocallyAt(CmsSignedDocument document, CmsSignerInfo signer, ReadOnlyMemory<byte>? detachedContent, DateTimeOffset at)
    {
        DocumentVerificationResult.Parts parts = new()
        {
            CheckedAt = at,
            Document = document,
            SignerInfo = signer,
            Content = document.Content ?? detachedContent,
            IsDetached = detachedContent.HasValue,
            RequiresSigningCertificate = _requiresSigningCertificate,
        };
        VerificationReason reason = FindCertificate(document, signer, out JpkiCertificate? certificate);
        if (certificate is null)
        {
            return DocumentVerificationResult.Refused(reason, parts);
        }

        reason = _certificates.VerifyPath(certificate, parts.CheckedAt, out VerifiedPath? path);
        if (path is null)
        {
            return DocumentVerificationResult.Refused(reason, parts with { Basis = _certificates.Refuse(certificate, parts.CheckedAt) });
        }

        parts = parts with { Basis = path, CheckedAt = path.At };
        if (_requiresSigningCertificate && !signer.HasSigningCertificate)
        {
            return DocumentVerificationResult.Refused(VerificationReason.SigningCertificateMissing, parts);
        }

        reason = SignatureVerifier.Verify(path, document, signer, detachedContent);
        return reason == VerificationReason.None ? DocumentVerificationResult.AwaitingStatus(parts) : DocumentVerificationResult.Refused(reason, parts);
    }

    private VerificationReason FindCertificate(CmsSignedDocument document, CmsSignerInfo signer, out JpkiCertificate? certificate)
    {
        certificate = SignerCertificateFinder.Find(document, signer.Fields, out VerificationReason reason);
        if (certificate?.RawData.Length > _certificates.Limits.MaximumCertificateLength)
        {
            certificate = null;
            reason = VerificationReason.WorkLimitExceeded;
        }

        return reason;
    }
}
