using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Services;

/// <summary>One re-check of a stored certificate, with its purpose and the advice.</summary>
/// <remarks>Made by <see cref="StatusMonitor"/> only. Immutable. <see cref="ToString"/> shows nothing of the holder.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class StatusCheck
{
    internal StatusCheck(StatusCheckPurpose purpose, DateTimeOffset checkedAt, ValidationResult validation)
    {
        Purpose = purpose;
        CheckedAt = checkedAt;
        Validation = validation;
        Advice = StatusAdvices.For(validation);
    }

    /// <summary>Why it was asked.</summary>
    public StatusCheckPurpose Purpose { get; }

    /// <summary>When it was asked.</summary>
    public DateTimeOffset CheckedAt { get; }

    /// <summary>The whole answer about the certificate.</summary>
    public ValidationResult Validation { get; }

    /// <summary>Valid, invalid or undetermined.</summary>
    public VerificationOutcome Outcome => Validation.Outcome;

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid. An expired certificate is <see cref="VerificationReason.Expired"/>: lists do not tell it.</summary>
    public VerificationReason Reason => Validation.Reason;

    /// <summary>What became of the certificate: good, held, revoked, expired, not yet valid, unknown, unreachable, or not accepted at all.</summary>
    public CertificateState State => Validation.State;

    /// <summary>The reason of a hold or revocation; <see langword="null"/> when there is none or none was given.</summary>
    public RevocationReason? RevocationReason => Validation.Status?.Reason;

    /// <summary>Since when it is held or revoked.</summary>
    public DateTimeOffset? Since => Validation.Status?.Since;

    /// <summary>Which certificate; empty when its bytes could not be read.</summary>
    public CertificateIdentity Identity => Validation.Certificate?.Identity ?? default;

    /// <summary>What to do next.</summary>
    public StatusAdvice Advice { get; }

    /// <summary>Reason and advice.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"StatusCheck({Reason}, {Advice})";
}
