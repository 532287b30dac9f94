using System.Diagnostics;
using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Linting;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Validation.LongTerm;
using StatusAdvice = MyNumber.Jpki.Services.StatusAdvice;
using StatusCheck = MyNumber.Jpki.Services.StatusCheck;

namespace MyNumber.Jpki.Reports;

/// <summary>A report about a verification (検証報告書): what was checked step by step, the decision, the reasons and what to do next, for a person and as JSON.</summary>
/// <remarks>Immutable and thread safe. Nothing of the holder is in it unless <see cref="ReportOptions.IncludeHolder"/> asks for it; <see cref="ToString"/> never shows it.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class VerificationReport
{
    private VerificationReport(ReportDocument document) => Document = document;

    /// <summary>What it is about.</summary>
    public ReportSubject Subject => Document.Subject;

    /// <summary>Valid, invalid or undetermined.</summary>
    public VerificationOutcome Outcome => Document.Outcome;

    /// <summary>What to do: the outcome, and whether it hangs on a status that nobody was asked for. Act on this and not on <see cref="Outcome"/> alone where status may be left out.</summary>
    public ReportDecision Decision => Document.Decision;

    /// <summary>The reason that decided; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason => Document.Reason;

    /// <summary>The instant for which it holds; <see langword="null"/> where the answer does not carry it.</summary>
    public DateTimeOffset? CheckedAt => Document.CheckedAt;

    /// <summary>The steps in their order; empty where only the parts have steps.</summary>
    public IReadOnlyList<ReportStep> Steps => Document.Steps;

    /// <summary>The reasons, ranked; empty when valid.</summary>
    public IReadOnlyList<VerificationReason> Reasons => [.. Document.Reasons.Select(reason => reason.Reason)];

    /// <summary>The status answer; <see langword="null"/> when it did not come to that, when nobody was asked (<see cref="ReportStepState.NotAsked"/>), and of chains and timestamps.</summary>
    public ReportStatus? Status => Document.Status;

    internal ReportDocument Document { get; }

    /// <summary>Reports on a certificate.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="options">What may be in it; <see langword="null"/> for <see cref="ReportOptions.WithoutHolder"/>.</param>
    /// <returns>The report. Making it collects the findings (<see cref="ValidationResult.CollectFindings"/>).</returns>
    public static VerificationReport OfCertificate(ValidationResult result, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(ReportBuilder.Of(result, options));
    }

    /// <summary>Reports on a document with one signer, or on one signer.</summary>
    /// <param name="result">The answer; a detached content must still be unchanged.</param>
    /// <param name="options">What may be in it.</param>
    /// <returns>The report.</returns>
    public static VerificationReport OfDocument(DocumentVerificationResult result, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(ReportBuilder.Of(result, options));
    }

    /// <summary>Reports on a document with any number of signers.</summary>
    /// <param name="result">The answer; a detached content must still be unchanged.</param>
    /// <param name="options">What may be in it.</param>
    /// <returns>The report, with a part for each signer.</returns>
    public static VerificationReport OfSigners(SignersVerificationResult result, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(ReportBuilder.Of(result, options));
    }

    /// <summary>Reports on a document with timestamps.</summary>
    /// <param name="result">The answer; a detached content must still be unchanged.</param>
    /// <param name="options">What may be in it.</param>
    /// <returns>The report, with a part for each signer and each timestamp.</returns>
    public static VerificationReport OfTimestampedDocument(TimestampedDocumentResult result, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(ReportBuilder.Of(result, options));
    }

    /// <summary>Reports on a timestamp by itself.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="at">The instant for which it was asked.</param>
    /// <returns>The report.</returns>
    public static VerificationReport OfTimestamp(TimestampResult result, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(ReportBuilder.Of(result, at));
    }

    /// <summary>Reports on a re-check of a stored certificate (現況確認).</summary>
    /// <param name="check">The re-check.</param>
    /// <param name="options">What may be in it.</param>
    /// <returns>The report, with the advice; without one when nobody was asked.</returns>
    public static VerificationReport OfStatusCheck(StatusCheck check, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(check);
        ReportDocument document = ReportBuilder.Of(check.Validation, options);
        StatusAdvice? advice = document.Decision == ReportDecision.AskStatusFirst ? null : check.Advice;
        return new(document with { Subject = ReportSubject.StatusCheck, CheckedAt = check.CheckedAt, Advice = advice });
    }

    /// <summary>Reports on a chain of any hierarchy.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="at">The instant for which it was asked.</param>
    /// <returns>The report.</returns>
    public static VerificationReport OfChain(ChainResult result, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(ReportBuilder.Of(result, at));
    }

    /// <summary>Reports on a signature at a past instant.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="options">What may be in it.</param>
    /// <returns>The report, with the proof of existence.</returns>
    public static VerificationReport OfPast(LongTermResult result, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(ReportBuilder.Of(result, options));
    }

    /// <summary>The same report with the summary of a lint beside it. A lint decides nothing.</summary>
    /// <param name="lint">The lint of the same certificate.</param>
    /// <returns>A new report.</returns>
    public VerificationReport WithLint(LintReport lint)
    {
        ArgumentNullException.ThrowIfNull(lint);
        return new(Document with { Lint = ReportLint.Of(lint) });
    }

    /// <summary>The report for a person.</summary>
    /// <param name="language">Japanese with Japan's time, or English with UTC.</param>
    /// <returns>Lines that end with LF.</returns>
    public string ToText(ReportLanguage language) => ReportText.Write(Document, language);

    /// <summary>Of what another package of this house found.</summary>
    internal static VerificationReport Of(ReportDocument document) => new(document);

    /// <summary>Subject, outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"VerificationReport({Subject}, {Outcome}, {Reason})";
}
