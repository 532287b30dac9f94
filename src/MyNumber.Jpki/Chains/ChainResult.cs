using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Chains;

/// <summary>The answer about a chain: valid with its path, or invalid or undetermined with all reasons found on the most promising path.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class ChainResult
{
    internal ChainResult(ChainFindings findings, IReadOnlyList<ChainCertificate>? path)
    {
        Outcome = findings.Outcome;
        Reasons = findings.Reasons;
        EndEntity = Outcome == VerificationOutcome.Valid ? path![0] : null;
        Path = Outcome == VerificationOutcome.Valid ? [.. path!.Select(certificate => certificate.RawData)] : [];
    }

    /// <summary>Valid, invalid or undetermined. Invalid stands before undetermined within one path; over several paths one that is only undetermined is reported.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The gravest reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason => Reasons.Count == 0 ? VerificationReason.None : Reasons[0];

    /// <summary>All reasons, the gravest first; empty when valid. Cheap checks come first, so status is not looked at when a certificate is refused without it.</summary>
    public IReadOnlyList<VerificationReason> Reasons { get; }

    /// <summary>Whether nobody was asked for any status (<see cref="ChainOptions.LeaveStatusOfEveryCertificateToTheCaller"/>): a valid answer hangs on it then.</summary>
    public bool IsStatusLeftToTheCaller { get; internal init; }

    /// <summary>The path from the end entity to the anchor, DER; empty unless valid.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Path { get; }

    /// <summary>The end entity as it was read; not <see langword="null"/> exactly when valid.</summary>
    internal ChainCertificate? EndEntity { get; }
}
