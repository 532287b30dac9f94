using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Validation;

/// <summary>The answer about one certificate: valid, invalid with a reason, or undetermined with a reason.</summary>
/// <remarks>Immutable and thread safe. <see cref="ToString"/> shows outcome and reason and nothing of the holder.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ValidationResult
{
    // A VerifiedPath, or a CertificateRefusal where the path did not hold: one field, so that a valid answer pays nothing for what refusals know.
    private readonly object _basis;

    private ValidationResult(VerificationOutcome outcome, VerificationReason reason, object basis)
    {
        Outcome = outcome;
        Reason = reason;
        _basis = basis;
    }

    /// <summary>Valid, invalid or undetermined.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason { get; }

    /// <summary>What became of the certificate, in one word (証明書の状態). An expired one is known by its own dates and nobody is asked about it.</summary>
    public CertificateState State => CertificateStates.For(Reason, Status?.State);

    /// <summary>The certificate, when its bytes could be read.</summary>
    public JpkiCertificate? Certificate => Path?.Certificate ?? Refusal?.Certificate;

    /// <summary>The instant for which this holds, by the validator's clock, in whole seconds when the path held.</summary>
    public DateTimeOffset CheckedAt => Path?.At ?? Refusal!.At;

    /// <summary>The status evidence, when a source was asked.</summary>
    public RevocationEvidence? Status { get; private init; }

    /// <summary>The validated certificate; not <see langword="null"/> exactly when valid.</summary>
    public ValidatedCertificate? Validated { get; private init; }

    /// <summary>The verified path, also when status was not good.</summary>
    internal VerifiedPath? Path => _basis as VerifiedPath;

    private CertificateRefusal? Refusal => _basis as CertificateRefusal;

    /// <summary>All reasons that can be known without another question, ranked: <see cref="Reason"/> first, then the others in the order of the steps.</summary>
    /// <returns>The findings; empty when valid. A certificate that was refused before status is looked at again here, at the same instant and without any network, at the cost of
    /// at most one signature; what hangs on something that was not found (the signature of an unknown issuer, the bits of an unknown profile, the status) is not in it.</returns>
    public IReadOnlyList<VerificationFinding> CollectFindings() => VerificationFinding.Rank(Reason, Refusal?.Collect() ?? []);

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"ValidationResult({Outcome}, {Reason})";

    internal static ValidationResult Refused(VerificationReason reason, CertificateRefusal refusal) => new(OutcomeOf(reason), reason, refusal);

    private static VerificationOutcome OutcomeOf(VerificationReason reason) =>
        reason == VerificationReason.WorkLimitExceeded ? VerificationOutcome.Undetermined : VerificationOutcome.Invalid;

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
        return new ValidationResult(outcome, reason, path)
        {
            Status = status,
            Validated = outcome == VerificationOutcome.Valid ? new ValidatedCertificate(path, status) : null,
        };
    }
}
