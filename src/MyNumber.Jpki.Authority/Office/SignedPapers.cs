using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Authority.Office;

/// <summary>Verifies what people sign for the authority, with the library's own verifier under all generations of the lab, at the latest status that it has in memory.</summary>
internal static class SignedPapers
{
    /// <summary>Verifies a CMS document.</summary>
    /// <param name="authority">The lab.</param>
    /// <param name="signed">The document, from anybody.</param>
    /// <param name="content">What was signed, used when the document is detached; <see langword="null"/> when it has to be attached.</param>
    /// <param name="takesPhones">Whether a phone's signature certificate will do, where its policy is configured.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static ValueTask<DocumentVerificationResult> VerifyAsync(
        LabAuthority authority, ReadOnlyMemory<byte> signed, ReadOnlyMemory<byte>? content, bool takesPhones, CancellationToken cancellationToken)
    {
        string?[] policies = [authority.SignatureTemplate().PolicyOid, takesPhones ? authority.Options.Environment.SignaturePhone : null];
        CertificateProfile[] profiles = [.. policies.OfType<string>().Select(policy => CertificateProfiles.CardSignature with { Policy = policy })];
        TrustAnchorSet anchors = new(CertificatePurpose.Signature, JpkiEnvironment.Lab, authority.Anchors(CertificatePurpose.Signature).Select(Pin), profiles);
        DocumentVerifier verifier = new(new CertificateValidator(anchors, new RegisterStatusSource(authority.Statuses, authority.Clock), authority.Clock));
        bool isAttached = CmsSignedDocument.TryParse(signed.Span, out CmsSignedDocument? document, out _) && document.Content.HasValue;
        return verifier.VerifyAsync(signed, isAttached ? (ReadOnlyMemory<byte>?)null : content, cancellationToken);
    }

    private static TrustAnchor Pin(ReadOnlyMemory<byte> der) =>
        TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor) ? anchor : throw new InvalidOperationException("The authority's own certificate is no anchor.");
}
