using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Services;

/// <summary>The answer about one login: valid, invalid with a reason, or undetermined with a reason.</summary>
/// <remarks>Made by <see cref="LoginVerifier"/> only. Immutable. No personal attribute is in it, since the certificate carries none; the identity is a handle and masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LoginResult
{
    private LoginResult(VerificationOutcome outcome, VerificationReason reason, ValidationResult? validation, string? approvedText = null)
    {
        Outcome = outcome;
        Reason = reason;
        Validation = validation;
        ApprovedText = outcome == VerificationOutcome.Valid ? approvedText : null;
    }

    /// <summary>Valid, invalid or undetermined. Let in on valid only.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason { get; }

    /// <summary>The answer about the certificate with its status; <see langword="null"/> when the login was refused before status was asked.</summary>
    public ValidationResult? Validation { get; }

    /// <summary>The validated certificate; not <see langword="null"/> exactly when valid.</summary>
    public ValidatedCertificate? Signer => Validation?.Validated;

    /// <summary>Under which the account is looked up: issuer, generation and serial; empty unless valid.</summary>
    public CertificateIdentity Identity => Signer?.Certificate.Identity ?? default;

    /// <summary>The text that the holder approved; <see langword="null"/> unless valid, and for a login without text. It may be personal.</summary>
    public string? ApprovedText { get; }

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"LoginResult({Outcome}, {Reason})";

    internal static LoginResult Refused(VerificationReason reason) => new(reason == VerificationReason.WorkLimitExceeded ? VerificationOutcome.Undetermined : VerificationOutcome.Invalid, reason, null);

    internal static LoginResult FromStatus(ValidationResult validation, string? text) =>
        new(validation.Outcome, validation.Reason, validation, text);
}
