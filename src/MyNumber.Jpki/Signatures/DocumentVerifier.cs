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

    /// <summary>Verifies with a validator of signature certificates.</summary>
    /// <param name="certificates">Anchors, status source and clock for <see cref="CertificatePurpose.Signature"/>.</param>
    /// <exception cref="ArgumentException">The validator is for another purpose.</exception>
    public DocumentVerifier(CertificateValidator certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        if (certificates.Anchors.Purpose != CertificatePurpose.Signature)
        {
            throw new ArgumentException("Documents are verified with the anchors of the signature certificate.", nameof(certificates));
        }

        _certificates = certificates;
    }

    /// <summary>Verifies one document now.</summary>
    /// <param name="cms">CMS SignedData in DER, at most <see cref="CmsSignedDocument.MaximumLength"/> bytes; it is copied.</param>
    /// <param name="detachedContent">The content of a detached document, unchanged until the answer comes; <see langword="null"/> for an attached one. A
    /// <see langword="null"/> array converts to an empty content and not to <see langword="null"/>, and the document is then refused.</param>
    /// <param name="cancellationToken">Ends the wait for the status source.</param>
    /// <returns>The answer; nothing that the bytes or the network do throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<DocumentVerificationResult> VerifyAsync(ReadOnlyMemory<byte> cms, ReadOnlyMemory<byte>? detachedContent = null, CancellationToken cancellationToken = default)
    {
        DocumentVerificationResult local = VerifyLocally(cms.Span, detachedContent);
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

    private DocumentVerificationResult VerifyLocally(ReadOnlySpan<byte> cms, ReadOnlyMemory<byte>? detachedContent)
    {
        DocumentVerificationResult.Parts parts = new() { CheckedAt = _certificates.Clock.GetUtcNow() };
        if (!CmsSignedDocument.TryParse(cms, out CmsSignedDocument? document, out VerificationReason reason))
        {
            return DocumentVerificationResult.Refused(reason, parts);
        }

        parts = parts with { Document = document, Content = document.Content ?? detachedContent };
        JpkiCertificate? certificate = SignerCertificateFinder.Find(document, out reason);
        if (certificate is null)
        {
            return DocumentVerificationResult.Refused(reason, parts);
        }

        parts = parts with { Certificate = certificate };
        reason = _certificates.VerifyPath(certificate, out VerifiedPath? path);
        if (path is null)
        {
            return DocumentVerificationResult.Refused(reason, parts);
        }

        parts = parts with { Path = path, CheckedAt = path.At };
        reason = SignatureVerifier.Verify(path, document, detachedContent);
        return reason == VerificationReason.None ? DocumentVerificationResult.AwaitingStatus(parts) : DocumentVerificationResult.Refused(reason, parts);
    }
}
