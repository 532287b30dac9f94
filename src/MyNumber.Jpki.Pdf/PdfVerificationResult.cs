using System.Diagnostics;

namespace MyNumber.Jpki.Pdf;

/// <summary>The answer about a signed PDF file: one for each signature, and the weakest of them for the file.</summary>
/// <remarks>Made by <c>PdfDocumentVerifier</c> only. Immutable and thread safe. Who had to sign is the caller's to check: a signature can be taken off the end of a file without a trace.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PdfVerificationResult
{
    private readonly VerificationReason _unread;

    internal PdfVerificationResult(VerificationReason unread, IReadOnlyList<PdfSignatureResult>? signatures = null, int revisions = 0, int documentTimestamps = 0)
    {
        _unread = unread;
        Signatures = signatures ?? [];
        Revisions = revisions;
        DocumentTimestamps = documentTimestamps;
    }

    /// <summary>Valid when every signature is, invalid when one is or the file could not be read or has none, otherwise undetermined.</summary>
    public VerificationOutcome Outcome => Weakest?.Outcome ?? (Signatures.Count == 0 ? VerificationOutcome.Invalid : VerificationOutcome.Valid);

    /// <summary>The reason of the first signature with that outcome, or why the file was refused; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason => Weakest?.Reason ?? _unread;

    /// <summary>The answers in the order in which the signatures came into the file; empty when the file was refused.</summary>
    public IReadOnlyList<PdfSignatureResult> Signatures { get; }

    /// <summary>How many revisions the file has (版の数).</summary>
    public int Revisions { get; }

    /// <summary>How many document timestamps (ETSI.RFC3161) the file has. They are counted and not judged.</summary>
    public int DocumentTimestamps { get; }

    private PdfSignatureResult? Weakest =>
        Signatures.FirstOrDefault(signature => signature.Outcome == VerificationOutcome.Invalid) ?? Signatures.FirstOrDefault(signature => signature.Outcome == VerificationOutcome.Undetermined);

    /// <summary>Outcome, reason and the number of signatures.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"PdfVerificationResult({Outcome}, {Reason}, {Signatures.Count})";
}
