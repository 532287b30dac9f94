using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Signatures;

/// <summary>Every reason against one signer of a document that is known without another question.</summary>
internal static class DocumentFindings
{
    private static readonly VerificationReason[] KeyIsNoneToJudgeBy = [VerificationReason.KeyNotAccepted, VerificationReason.AuthorityAsEndEntity];

    public static IEnumerable<VerificationReason> Collect(DocumentVerificationResult.Parts parts, ValidationResult? validation, VerificationReason deciding)
    {
        CertificateRefusal? refusal = parts.Basis as CertificateRefusal;
        List<VerificationReason> reasons = [.. refusal?.Collect() ?? []];
        JpkiCertificate? certificate = (parts.Basis as VerifiedPath)?.Certificate ?? refusal?.Certificate;
        if (certificate is null || parts.SignerInfo is not { } signer || deciding == VerificationReason.WorkLimitExceeded)
        {
            return reasons;
        }

        if (parts.RequiresSigningCertificate && !signer.HasSigningCertificate)
        {
            reasons.Add(VerificationReason.SigningCertificateMissing);
        }

        if (validation is null && !reasons.Intersect(KeyIsNoneToJudgeBy).Any())
        {
            reasons.Add(SignatureVerifier.Verify(certificate, ArithmeticOf(parts), parts.Document!, signer, parts.IsDetached ? parts.Content : null));
        }

        return reasons;
    }

    private static RsaArithmetic ArithmeticOf(DocumentVerificationResult.Parts parts) =>
        (parts.Basis as VerifiedPath)?.Issuer.Arithmetic ?? TrustAnchor.DefaultArithmetic;
}
