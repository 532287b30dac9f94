using MyNumber.Jpki;
using MyNumber.Jpki.Signatures;

namespace BankPortal.Opening;

/// <summary>Which answers are evidence (本人確認の記録): those signed under a certificate of the authority, where the signature holds or may hold. Anybody can make the others, so that they say nothing of anybody.</summary>
internal static class EvidenceRule
{
    // A generation of the authority's key that is not pinned yet is among them: whoever likes can name one. The log tells of it, and the customer may sign again once it is pinned.
    private static readonly VerificationReason[] AnybodyCanMake =
    [
        VerificationReason.DocumentMalformed, VerificationReason.SignerNotFound, VerificationReason.SeveralSigners, VerificationReason.CertificateMalformed,
        VerificationReason.IssuerUnknown, VerificationReason.IssuerGenerationUnknown, VerificationReason.IssuerSignatureInvalid,
        VerificationReason.ContentDigestMismatch, VerificationReason.SignatureInvalid, VerificationReason.SigningCertificateMismatch,
    ];

    /// <summary>Whether an answer is to be kept.</summary>
    /// <param name="document">What was found of its document; <see langword="null"/> when none came to be verified.</param>
    public static bool Covers(DocumentVerificationResult? document) => document is not null
        && (document.Outcome != VerificationOutcome.Invalid
            || document.Validation is not null // status is asked last, and only where the signature holds
            || !document.CollectFindings().Any(finding => AnybodyCanMake.Contains(finding.Reason)));
}
