using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;

namespace MyNumber.Jpki.Services;

/// <summary>The answer about one signed application: valid, invalid with a reason, or undetermined with a reason.</summary>
/// <remarks>Made by <see cref="ApplicationVerifier"/> only. Immutable. <see cref="ToString"/> shows outcome and reason and nothing of the signer.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ApplicationResult
{
    private readonly string? _text;

    private ApplicationResult(VerificationOutcome outcome, VerificationReason reason, DocumentVerificationResult? document, string? text)
    {
        Outcome = outcome;
        Reason = reason;
        Document = document;
        _text = text;
    }

    /// <summary>Valid, invalid or undetermined.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason { get; }

    /// <summary>The answer about the document, for evidence; <see langword="null"/> when the application was refused by its challenge or its content.</summary>
    public DocumentVerificationResult? Document { get; }

    /// <summary>The signer's four attributes (基本4情報); <see langword="null"/> unless valid.</summary>
    public HolderAttributes? Holder => Document?.Holder;

    /// <summary>Which certificate signed; empty unless valid.</summary>
    public CertificateIdentity Identity => Document?.Signer?.Certificate.Identity ?? default;

    /// <summary>The text that was signed; <see langword="null"/> unless valid. It is personal.</summary>
    public string? Text => Outcome == VerificationOutcome.Valid ? _text : null;

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"ApplicationResult({Outcome}, {Reason})";

    internal static ApplicationResult Refused(VerificationReason reason) => new(VerificationOutcome.Invalid, reason, null, null);

    internal static ApplicationResult From(DocumentVerificationResult document, string text) =>
        new(document.Outcome, document.Reason, document, text);
}
