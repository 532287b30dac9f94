using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Pdf;

/// <summary>The answer about one signature of a PDF file (PDF署名): valid, invalid with a reason, or undetermined with a reason; what it covers and what follows it.</summary>
/// <remarks>Made by <c>PdfDocumentVerifier</c> only. Immutable and thread safe. <see cref="ToString"/> shows outcome and reason and nothing of the signer.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PdfSignatureResult
{
    private readonly Findings _findings;

    /// <summary>Refused for the file or its timestamp.</summary>
    internal PdfSignatureResult(VerificationReason reason, Findings findings, VerificationOutcome outcome = VerificationOutcome.Invalid)
    {
        _findings = findings;
        (Outcome, Reason, CheckedAt) = (outcome, reason, findings.CheckedAt);
        OwnReason = findings.Timestamp is null ? reason : VerificationReason.None;
    }

    /// <summary>As the message and its timestamp say. The message's own answer is not kept, for it holds on to the content.</summary>
    internal PdfSignatureResult(DocumentVerificationResult message, Findings findings)
    {
        _findings = findings;
        bool stampDecides = findings.Timestamp is { } stamp && Weight(stamp.Outcome) > 0 && Weight(stamp.Outcome) >= Weight(message.Outcome);
        (Outcome, Reason) = stampDecides ? (findings.Timestamp!.Outcome, findings.Timestamp.Reason) : (message.Outcome, message.Reason);
        OwnReason = message.Reason;
        HasPath = message.Path is not null;
        CheckedAt = message.CheckedAt;
        Certificate = message.Certificate;
        Validation = message.Validation;
        Signer = Outcome == VerificationOutcome.Valid ? message.Signer : null;
        ClaimedSigningTime = message.SignerInfo?.ClaimedSigningTime;
        TimestampsNotChecked = findings.Timestamp is null ? message.SignerInfo?.TimestampTokens.Count : 0;
    }

    /// <summary>Valid, invalid or undetermined: the weaker of what is known of the message and of its timestamp.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason { get; }

    /// <summary>The instant for which this holds, by the validator's clock.</summary>
    public DateTimeOffset CheckedAt { get; }

    /// <summary>The whole name of the form field (署名フィールド名), as the file gives it.</summary>
    public string FieldName => _findings.FieldName;

    /// <summary>Which revision of the file the signature came with (版), from one on.</summary>
    public int Revision => _findings.Revision;

    /// <summary>Whether the signature covers the file to its last byte; otherwise <see cref="FollowedBy"/> says what came later.</summary>
    public bool CoversWholeFile => !_findings.SignedRevision.IsEmpty && _findings.FollowedBy.Count == 0;

    /// <summary>The incremental updates behind the signed revision (後の増分更新), in their order. Judged whatever the answer is.</summary>
    public IReadOnlyList<PdfUpdateKind> FollowedBy => _findings.FollowedBy;

    /// <summary>The file as it was signed, with the signature in it: read this, and not the document. <see langword="null"/> unless valid.</summary>
    public ReadOnlyMemory<byte>? SignedRevision => Signer is null ? (ReadOnlyMemory<byte>?)null : _findings.SignedRevision;

    /// <summary>The certificate that the signature names as its signer's, whatever the answer; believe it only through <see cref="Signer"/>.</summary>
    public JpkiCertificate? Certificate { get; }

    /// <summary>The answer about the certificate with its status; <see langword="null"/> when the signature was refused before status was asked.</summary>
    public ValidationResult? Validation { get; }

    /// <summary>The signer's validated certificate; not <see langword="null"/> exactly when valid.</summary>
    public ValidatedCertificate? Signer { get; }

    /// <summary>The signer's four attributes (基本4情報); <see langword="null"/> unless valid, and under a profile of your own without them.</summary>
    public HolderAttributes? Holder => Signer?.Certificate.Holder;

    /// <summary>The time of signing as the signer's own software claims in the CMS message; it proves nothing. /M of the dictionary is not read.</summary>
    public DateTimeOffset? ClaimedSigningTime { get; }

    /// <summary>The answer about the timestamp over the signature (RFC 3161); <see langword="null"/> when the verifier asks for none.</summary>
    public TimestampResult? Timestamp => _findings.Timestamp;

    /// <summary>The reason against file and message, whatever the timestamp says; none where the timestamp alone was judged.</summary>
    internal VerificationReason OwnReason { get; }

    /// <summary>Whether the certificate's path held, so that the signature over the content was looked at.</summary>
    internal bool HasPath { get; }

    /// <summary>How many timestamps over it were passed over; <see langword="null"/> where the checks ended before it.</summary>
    internal int? TimestampsNotChecked { get; }

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"PdfSignatureResult({Outcome}, {Reason})";

    /// <summary>Invalid outweighs undetermined, and undetermined valid.</summary>
    private static int Weight(VerificationOutcome outcome) => outcome switch { VerificationOutcome.Valid => 0, VerificationOutcome.Undetermined => 1, _ => 2 };

    internal sealed record Findings
    {
        public DateTimeOffset CheckedAt { get; init; }

        public string FieldName { get; init; } = string.Empty;

        public int Revision { get; init; }

        public IReadOnlyList<PdfUpdateKind> FollowedBy { get; init; } = [];

        public ReadOnlyMemory<byte> SignedRevision { get; init; }

        public TimestampResult? Timestamp { get; init; }
    }
}
