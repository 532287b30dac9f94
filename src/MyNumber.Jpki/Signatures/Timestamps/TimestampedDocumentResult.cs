using System.Diagnostics;

namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>The answer about a document whose signatures must be timestamped (CAdES-T): the signers' answers and the timestamps'.</summary>
/// <remarks>Made by <see cref="TimestampedDocumentVerifier"/> only. Immutable and thread safe.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TimestampedDocumentResult
{
    internal TimestampedDocumentResult(SignersVerificationResult signers, IReadOnlyList<TimestampResult> timestamps)
    {
        Signers = signers;
        Timestamps = timestamps;
    }

    /// <summary>Valid when every signer and every timestamp is, invalid when one is invalid, otherwise undetermined.</summary>
    public VerificationOutcome Outcome => Weakest is { } weakest ? weakest.Outcome : Signers.Outcome;

    /// <summary>The reason of the first timestamp, else signer, with that outcome; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason => Weakest is { } weakest ? weakest.Reason : Signers.Reason;

    /// <summary>The answers about the signers; undetermined and without status when a timestamp was refused first.</summary>
    public SignersVerificationResult Signers { get; }

    /// <summary>The answers about the timestamps, in the order of the signers.</summary>
    public IReadOnlyList<TimestampResult> Timestamps { get; }

    private TimestampResult? Weakest =>
        Timestamps.FirstOrDefault(timestamp => timestamp.Outcome == VerificationOutcome.Invalid)
        ?? (Signers.Outcome == VerificationOutcome.Invalid ? null : Timestamps.FirstOrDefault(timestamp => timestamp.Outcome == VerificationOutcome.Undetermined));

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"TimestampedDocumentResult({Outcome}, {Reason})";
}
