using System.Diagnostics;

namespace MyNumber.Jpki.Signatures;

/// <summary>The answer about a document with any number of signers (複数署名): one for each signer, and the weakest of them for the document.</summary>
/// <remarks>Made by <see cref="DocumentVerifier"/> only. Immutable and thread safe. Who the signers had to be is the caller's to check: a document may have been signed by one
/// of two, and a signer can be taken out of a document without a trace.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SignersVerificationResult
{
    private readonly VerificationReason _unread;

    internal SignersVerificationResult(CmsSignedDocument? document, IReadOnlyList<DocumentVerificationResult> signers, VerificationReason unread = VerificationReason.None)
    {
        Document = document;
        Signers = signers;
        _unread = unread;
    }

    /// <summary>Valid when every signer is, invalid when one is invalid or the document could not be read, otherwise undetermined.</summary>
    public VerificationOutcome Outcome => Weakest is { } signer ? signer.Outcome
        : Signers.Count != 0 ? VerificationOutcome.Valid
        : Document is null && _unread != VerificationReason.WorkLimitExceeded ? VerificationOutcome.Invalid : VerificationOutcome.Undetermined;

    /// <summary>The reason of the first signer with that outcome; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason => Weakest?.Reason ?? _unread;

    /// <summary>The answers in the order of <see cref="CmsSignedDocument.Signers"/>; empty when the document could not be read or is over a limit.</summary>
    public IReadOnlyList<DocumentVerificationResult> Signers { get; }

    /// <summary>The document, when its bytes could be read.</summary>
    public CmsSignedDocument? Document { get; }

    /// <summary>What was signed; <see langword="null"/> unless every signer is valid.</summary>
    public ReadOnlyMemory<byte>? Content => Outcome == VerificationOutcome.Valid ? Signers[0].Content : null;

    private DocumentVerificationResult? Weakest =>
        Signers.FirstOrDefault(signer => signer.Outcome == VerificationOutcome.Invalid) ?? Signers.FirstOrDefault(signer => signer.Outcome == VerificationOutcome.Undetermined);

    /// <summary>Outcome, reason and the number of signers.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"SignersVerificationResult({Outcome}, {Reason}, {Signers.Count})";

    /// <summary>Read, and not judged because something else was refused first.</summary>
    internal static SignersVerificationResult NotReached(CmsSignedDocument document) => new(document, []);

    internal static SignersVerificationResult Refused(VerificationReason reason, CmsSignedDocument? document = null) => new(document, [], reason);
}
