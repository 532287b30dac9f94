using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Problems;

/// <summary>Why a login or an application was not accepted, with the words for a person in both languages (拒否の理由).</summary>
/// <remarks>Immutable and thread safe. It holds nothing of the holder; <see cref="ToString"/> shows the code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class JpkiRejection
{
    private readonly ReasonText _words;

    private JpkiRejection(string code, int statusCode, ReasonText words)
    {
        Code = code;
        StatusCode = statusCode;
        _words = words;
    }

    /// <summary>The answer has not the shape that was asked for, or its state is not this service's.</summary>
    public static JpkiRejection AnswerMalformed { get; } = new(nameof(AnswerMalformed), StatusCodes.Status400BadRequest, Words(
        VerificationOutcome.Invalid, "回答の形が正しくない", "the answer is not of the shape that was asked for", "begin again", "最初からやり直す"));

    /// <summary>Nobody is logged in, and the request could not be answered by a page that asks for the card.</summary>
    public static JpkiRejection LoginRequired { get; } = new(nameof(LoginRequired), StatusCodes.Status401Unauthorized, Words(
        VerificationOutcome.Invalid, "ログインしていない", "nobody is logged in", "open the page in a browser and log in", "ブラウザーで画面を開いてログインする"));

    /// <summary>The store takes no more challenges.</summary>
    public static JpkiRejection Busy { get; } = new(nameof(Busy), StatusCodes.Status503ServiceUnavailable, Words(
        VerificationOutcome.Undetermined, "混み合っている", "the service is busy", "try again later", "しばらくしてからやり直す"));

    /// <summary>The store of challenges failed: whether the answer holds was not found out. The challenge may be used up.</summary>
    public static JpkiRejection StoreFailed { get; } = new(nameof(StoreFailed), StatusCodes.Status503ServiceUnavailable, Words(
        VerificationOutcome.Undetermined, "サービスの内部で障害が起きている", "the service has a failure inside", "begin again later", "しばらくしてから最初からやり直す"));

    /// <summary>A stable word: the name of the reason, <c>Agent</c> and the name of the agent's outcome, <c>AnswerMalformed</c>, <c>LoginRequired</c>, <c>Busy</c>, <c>StoreFailed</c>, or the application's own.</summary>
    public string Code { get; }

    /// <summary>The HTTP status that fits.</summary>
    public int StatusCode { get; }

    /// <summary>Invalid, or undetermined: then trying again later may help.</summary>
    public VerificationOutcome Outcome => _words.Outcome;

    /// <summary>The verifier's reason; <see cref="VerificationReason.None"/> when it was not the verifier that refused.</summary>
    public VerificationReason Reason => _words.Reason;

    /// <summary>What happened at the card agent; <see langword="null"/> when it gave what was asked for.</summary>
    public AgentOutcome? AgentOutcome { get; private init; }

    internal bool IsOwn { get; private init; }

    /// <summary>A rejection by the verifier.</summary>
    /// <param name="outcome">Invalid or undetermined.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="invalidStatusCode">The HTTP status of an invalid answer: 401 for a login, 403 otherwise. Undetermined is 503.</param>
    /// <returns>The rejection.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is valid.</exception>
    public static JpkiRejection For(VerificationOutcome outcome, VerificationReason reason, int invalidStatusCode = StatusCodes.Status403Forbidden)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(outcome, VerificationOutcome.Valid);
        return new(
            reason.ToString(),
            outcome == VerificationOutcome.Undetermined ? StatusCodes.Status503ServiceUnavailable : invalidStatusCode,
            ReasonTexts.Find(reason) with { Outcome = outcome });
    }

    /// <summary>A rejection because the agent did not give what was asked for.</summary>
    /// <param name="outcome">What it answered.</param>
    /// <param name="invalidStatusCode">The HTTP status: 401 for a login, 403 otherwise. An agent that is busy with another request is 409.</param>
    /// <returns>The rejection.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It gave it, or the value is none of the enumeration's.</exception>
    public static JpkiRejection For(AgentOutcome outcome, int invalidStatusCode = StatusCodes.Status403Forbidden)
    {
        (string japanese, string english, string nextEnglish, string nextJapanese) = AgentWords.Of(outcome);
        int statusCode = outcome == Agent.AgentOutcome.Busy ? StatusCodes.Status409Conflict : invalidStatusCode;
        return new($"Agent{outcome}", statusCode, Words(VerificationOutcome.Invalid, japanese, english, nextEnglish, nextJapanese)) { AgentOutcome = outcome };
    }

    /// <summary>The rejection that a code of this library stands for, such as the one that <c>?reason=</c> brings to a page (理由の検索).</summary>
    /// <param name="code">The code, from outside; any text. Upper and lower case count, and the number of a reason is none.</param>
    /// <returns>The rejection, with the outcome that the reason leads to where it decides, and 403 where it was 401 for a login; <see langword="null"/> for every other text, the application's own codes too.</returns>
    public static JpkiRejection? Find(string? code) => code is null ? null : KnownRejections.ByCode.GetValueOrDefault(code);

    /// <summary>A rejection by the application, such as a card that is linked to no account.</summary>
    /// <param name="code">A word of the application's own, letters only; not one of this library's.</param>
    /// <param name="statusCode">The HTTP status, 400 to 599. With 503 it is undetermined, as where the account could not be looked up; with any other it is invalid.</param>
    /// <param name="japanese">What it means, in Japanese.</param>
    /// <param name="english">What it means, in English.</param>
    /// <param name="nextJapanese">What to do next, in Japanese.</param>
    /// <param name="nextEnglish">What to do next, in English.</param>
    /// <returns>The rejection.</returns>
    /// <exception cref="ArgumentException">The code has another shape or is this library's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The status is out of range.</exception>
    public static JpkiRejection Own(string code, int statusCode, string japanese, string english, string nextJapanese, string nextEnglish)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return code.All(char.IsAsciiLetter) && !code.StartsWith("Agent", StringComparison.Ordinal) && code != nameof(VerificationReason.None) && Find(code) is null
            ? new(code, statusCode, Words(OutcomeOf(statusCode), japanese, english, nextEnglish, nextJapanese)) { IsOwn = true }
            : throw new ArgumentException("The code has letters only and is none of this library's.", nameof(code));
    }

    /// <summary>What it means.</summary>
    /// <param name="language">The language.</param>
    /// <returns>A text for a person.</returns>
    public string Meaning(ReportLanguage language) => language == ReportLanguage.Japanese ? _words.Japanese : _words.English;

    /// <summary>What to do next.</summary>
    /// <param name="language">The language.</param>
    /// <returns>A text for a person.</returns>
    public string NextStep(ReportLanguage language) => language == ReportLanguage.Japanese ? _words.NextJapanese : _words.NextEnglish;

    /// <summary>The code.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"JpkiRejection({Code})";

    private static VerificationOutcome OutcomeOf(int statusCode) => statusCode == StatusCodes.Status503ServiceUnavailable ? VerificationOutcome.Undetermined : VerificationOutcome.Invalid;

    private static ReasonText Words(VerificationOutcome outcome, string japanese, string english, string nextEnglish, string nextJapanese) =>
        new(VerificationReason.None, outcome, japanese, english, nextEnglish, nextJapanese);
}
