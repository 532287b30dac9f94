using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Xml;

/// <summary>The answer about a signed XML document: valid, invalid with a reason, or undetermined with a reason; and when valid, who signed and what.</summary>
/// <remarks>Made by <c>XmlDocumentVerifier</c> only. Immutable and thread safe. <see cref="ToString"/> shows outcome and reason and nothing of the signer.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class XmlVerificationResult
{
    private readonly Findings _findings;

    private XmlVerificationResult(VerificationOutcome outcome, VerificationReason reason, Findings findings, ValidationResult? validation)
    {
        Outcome = outcome;
        Reason = reason;
        _findings = findings;
        Validation = validation;
    }

    /// <summary>Valid, invalid or undetermined.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason { get; }

    /// <summary>The instant for which this holds, by the validator's clock.</summary>
    public DateTimeOffset CheckedAt => _findings.CheckedAt;

    /// <summary>The certificate that KeyInfo gives as the signer's, whatever the answer; believe it only through <see cref="Signer"/>.</summary>
    public JpkiCertificate? Certificate => _findings.Certificate;

    /// <summary>The answer about the certificate with its status; <see langword="null"/> when the document was refused before status was asked.</summary>
    public ValidationResult? Validation { get; }

    /// <summary>The signer's validated certificate; not <see langword="null"/> exactly when valid.</summary>
    public ValidatedCertificate? Signer => Validation?.Validated;

    /// <summary>The signer's four attributes (基本4情報); <see langword="null"/> unless valid, and under a profile of your own without them.</summary>
    public HolderAttributes? Holder => Signer?.Certificate.Holder;

    /// <summary>What was signed: first the expected parts in the order of <see cref="XmlExpectation.Signed"/>, then whatever else the signature covers. Empty unless valid.</summary>
    public IReadOnlyList<XmlSignedPart> SignedParts => Signer is null ? [] : _findings.Parts;

    internal VerifiedPath? Path => _findings.Path;

    /// <summary>What the signature covers, when all that is local held, whatever the status was.</summary>
    internal IReadOnlyList<XmlSignedPart> UnjudgedParts => _findings.Parts;

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"XmlVerificationResult({Outcome}, {Reason})";

    internal static XmlVerificationResult Refused(VerificationReason reason, Findings findings) => new(VerificationOutcome.Invalid, reason, findings, null);

    /// <summary>Everything local holds; never handed out before <see cref="WithStatus"/>.</summary>
    internal static XmlVerificationResult AwaitingStatus(Findings findings) => new(VerificationOutcome.Undetermined, VerificationReason.None, findings, null);

    internal XmlVerificationResult WithStatus(ValidationResult validation) => new(validation.Outcome, validation.Reason, _findings, validation);

    internal sealed record Findings
    {
        public DateTimeOffset CheckedAt { get; init; }

        public JpkiCertificate? Certificate { get; init; }

        public VerifiedPath? Path { get; init; }

        public IReadOnlyList<XmlSignedPart> Parts { get; init; } = [];
    }
}
