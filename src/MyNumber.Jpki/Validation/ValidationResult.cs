using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Validation;

/// <summary>The answer about one certificate: valid, invalid with a reason, or undetermined with a reason.</summary>
public sealed class ValidationResult
{
    private ValidationResult(VerificationOutcome outcome, VerificationReason reason)
    {
        Outcome = outcome;
        Reason = reason;
    }

    /// <summary>Valid, invalid or undetermined.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason { get; }

    /// <summary>What became of the certificate, in one word (証明書の状態). An expired one is known by its own dates and nobody is asked about it.</summary>
    public CertificateState State => CertificateStates.For(Reason, Status?.State);

    /// <summary>The certificate, when its bytes could be read.</summary>
    public JpkiCertificate? Certificate { get; private init; }

    /// <summary>The status evidence, when a source was asked.</summary>
    public RevocationEvidence? Status { get; private init; }

    /// <summary>The validated certificate; not <see langword="null"/> exactly when valid.</summary>
    public ValidatedCertificate? Validated { get; private init; }

    internal static ValidationResult Refused(VerificationReason reason, JpkiCertificate? certificate) =>
        new(VerificationOutcome.Invalid, reason) { Certificate = certificate };

    internal static ValidationResult FromStatus(VerifiedPath path, RevocationEvidence status)
    {
        (VerificationOutcome outcome, VerificationReason reason) = status.State switch
        {
            RevocationState.Good => (VerificationOutcome.Valid, VerificationReason.None),
            RevocationState.Held => (VerificationOutcome.Invalid, VerificationReason.Held),
            RevocationState.Revoked => (VerificationOutcome.Invalid, VerificationReason.Revoked),
            RevocationState.Unknown when status.Failure == VerificationReason.StatusNeverIssued => (VerificationOutcome.Undetermined, status.Failure),
            RevocationState.Unknown => (VerificationOutcome.Undetermined, VerificationReason.StatusUnknown),
            _ => (VerificationOutcome.Undetermined, status.Failure == VerificationReason.None ? VerificationReason.StatusUnreachable : status.Failure),
        };
        return new ValidationResult(outcome, reason)
        {
            Certificate = path.Certificate,
            Status = status,
            Validated = outcome == VerificationOutcome.Valid ? new ValidatedCertificate(path, status) : null,
        };
    }
}
