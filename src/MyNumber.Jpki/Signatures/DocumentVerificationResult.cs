using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Signatures;

/// <summary>The answer about one signer of a document, and so about a document with one signer: valid, invalid with a reason, or undetermined with a reason.</summary>
/// <remarks>Made by <see cref="DocumentVerifier"/> only. Immutable and thread safe. <see cref="ToString"/> shows outcome and reason and nothing of the signer.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class DocumentVerificationResult
{
    private readonly Parts _parts;

    private DocumentVerificationResult(VerificationOutcome outcome, VerificationReason reason, Parts parts, ValidationResult? validation)
    {
        Outcome = outcome;
        Reason = reason;
        _parts = parts;
        Validation = validation;
    }

    /// <summary>Valid, invalid or undetermined.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason { get; }

    /// <summary>The instant for which this holds, by the validator's clock.</summary>
    public DateTimeOffset CheckedAt => _parts.CheckedAt;

    /// <summary>The document, when its bytes could be read.</summary>
    public CmsSignedDocument? Document => _parts.Document;

    /// <summary>The SignerInfo that was judged; <see langword="null"/> when the document could not be read or has several signers.</summary>
    public CmsSignerInfo? SignerInfo => _parts.SignerInfo;

    /// <summary>The certificate that the document names as its signer's, whatever the answer; believe it only through <see cref="Signer"/>.</summary>
    public JpkiCertificate? Certificate => Path?.Certificate ?? Refusal?.Certificate;

    /// <summary>The answer about the certificate with its status; <see langword="null"/> when the document was refused before status was asked.</summary>
    public ValidationResult? Validation { get; }

    /// <summary>The signer's validated certificate; not <see langword="null"/> exactly when valid.</summary>
    public ValidatedCertificate? Signer => Validation?.Validated;

    /// <summary>The signer's four attributes (基本4情報); <see langword="null"/> unless valid, and under a profile of your own without them (<see cref="CertificateProfile.HasHolder"/>).</summary>
    public HolderAttributes? Holder => Signer?.Certificate.Holder;

    /// <summary>What was signed, attached or detached; <see langword="null"/> unless valid. A detached content is the caller's own memory.</summary>
    public ReadOnlyMemory<byte>? Content => Signer is null ? null : _parts.Content;

    /// <summary>The verified path, also when signature or status failed.</summary>
    internal VerifiedPath? Path => _parts.Basis as VerifiedPath;

    private CertificateRefusal? Refusal => _parts.Basis as CertificateRefusal;

    /// <summary>The content even when refused, for evidence.</summary>
    internal ReadOnlyMemory<byte>? UnverifiedContent => _parts.Content;

    /// <summary>All reasons that can be known without another question, ranked: <see cref="Reason"/> first, then the others in the order of the steps.</summary>
    /// <returns>The findings; empty when valid. A refused document is looked at again here, at the same instant and without any network, at the cost of at most two signatures and
    /// one hashing of the content; a detached content must still be unchanged. A signature under a key of a kind that is not accepted is not judged.</returns>
    public IReadOnlyList<VerificationFinding> CollectFindings() =>
        Outcome == VerificationOutcome.Valid ? [] : VerificationFinding.Rank(Reason, DocumentFindings.Collect(_parts, Validation, Reason));

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"DocumentVerificationResult({Outcome}, {Reason})";

    internal static DocumentVerificationResult Refused(VerificationReason reason, Parts parts) =>
        new(reason == VerificationReason.WorkLimitExceeded ? VerificationOutcome.Undetermined : VerificationOutcome.Invalid, reason, parts, null);

    internal DocumentVerificationResult AsRefused(VerificationReason reason) => Refused(reason, _parts);

    /// <summary>Everything local holds; never handed out before <see cref="WithStatus"/>.</summary>
    internal static DocumentVerificationResult AwaitingStatus(Parts parts) => new(VerificationOutcome.Undetermined, VerificationReason.None, parts, null);

    internal DocumentVerificationResult WithStatus(ValidationResult validation) => new(validation.Outcome, validation.Reason, _parts, validation);

    internal readonly record struct Parts
    {
        public DateTimeOffset CheckedAt { get; init; }

        public CmsSignedDocument? Document { get; init; }

        public CmsSignerInfo? SignerInfo { get; init; }

        /// <summary>Attached or detached, as it has to be hashed.</summary>
        public ReadOnlyMemory<byte>? Content { get; init; }

        /// <summary>A <see cref="VerifiedPath"/>, a <see cref="CertificateRefusal"/> where the path did not hold, or nothing where no certificate was found.</summary>
        public object? Basis { get; init; }

        /// <summary>Whether signing-certificate-v2 is required.</summary>
        public bool RequiresSigningCertificate { get; init; }

        /// <summary>Whether a content was given beside the document.</summary>
        public bool IsDetached { get; init; }
    }
}
