using System.Diagnostics;
using System.Globalization;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>Whether a signature was valid at a past instant, as its archived evidence shows (長期検証の結果).</summary>
/// <remarks>Made by <see cref="LongTermVerifier"/> only. Immutable and thread safe. <see cref="ToString"/> shows nothing of the signer.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LongTermResult
{
    internal LongTermResult(VerificationOutcome outcome, DateTimeOffset at, IReadOnlyList<VerificationFinding> findings)
    {
        Outcome = outcome;
        At = at;
        Findings = findings;
    }

    /// <summary>Valid at the instant, not valid at it, or not shown either way.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason => Findings.Count == 0 ? VerificationReason.None : Findings[0].Reason;

    /// <summary>All reasons that were found, ranked: the one that decided, then the others by step.</summary>
    public IReadOnlyList<VerificationFinding> Findings { get; }

    /// <summary>The instant that was asked about, or that of the proof when none was.</summary>
    public DateTimeOffset At { get; }

    /// <summary>What shows that the signature existed.</summary>
    public ExistenceProof Proof { get; internal init; }

    /// <summary>The latest instant at which the signature existed by that proof.</summary>
    public DateTimeOffset? ExistedAt { get; internal init; }

    /// <summary>Whether the proof is a timestamp of an authority for whose status nobody was asked, because the trust leaves it to the caller: a valid answer hangs on it then.</summary>
    public bool IsTimestampStatusLeftToTheCaller { get; internal init; }

    /// <summary>What became of the certificate up to the instant, as the archive shows it.</summary>
    public CertificateState State => CertificateStates.For(Reason, Status?.State);

    /// <summary>The status answer that decided, when one did. A revocation after the instant is told by its <see cref="RevocationEvidence.Since"/> and does no harm.</summary>
    public RevocationEvidence? Status { get; internal init; }

    /// <summary>The signer's certificate, when it could be read; believe it only when valid.</summary>
    public JpkiCertificate? Certificate { get; internal init; }

    /// <summary>The signer's four attributes (基本4情報); <see langword="null"/> unless valid.</summary>
    public HolderAttributes? Holder => Outcome == VerificationOutcome.Valid ? Certificate?.Holder : null;

    /// <summary>Outcome, reason and instant.</summary>
    /// <returns>A text without personal data, in UTC.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"LongTermResult({Outcome}, {Reason}, at {At.UtcDateTime:u})");
}
