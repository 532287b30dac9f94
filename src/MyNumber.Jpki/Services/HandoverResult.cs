using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Services;

/// <summary>The answer about a certificate that was handed over: what stands in it may fill in a form, and proves nobody.</summary>
/// <remarks>Made by <see cref="CertificateHandover"/> only. Immutable. <see cref="ToString"/> shows outcome and reason and nothing of the holder.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class HandoverResult
{
    private HandoverResult(VerificationOutcome outcome, VerificationReason reason, ValidationResult? validation)
    {
        Outcome = outcome;
        Reason = reason;
        Validation = validation;
    }

    /// <summary>Valid, invalid or undetermined.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason { get; }

    /// <summary>The answer about the certificate; <see langword="null"/> when its challenge was refused.</summary>
    public ValidationResult? Validation { get; }

    /// <summary>The four attributes (基本4情報) of the certificate; <see langword="null"/> unless valid.</summary>
    public HolderAttributes? Holder => Validation?.Validated?.Certificate.Holder;

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"HandoverResult({Outcome}, {Reason})";

    internal static HandoverResult Refused(VerificationReason reason) => new(VerificationOutcome.Invalid, reason, null);

    internal static HandoverResult From(ValidationResult validation) => new(validation.Outcome, validation.Reason, validation);
}
