using System.Diagnostics.Metrics;
using MyNumber.Jpki.AspNetCore.Problems;

namespace MyNumber.Jpki.AspNetCore.Telemetry;

/// <summary>The meter of this assembly. No tag carries anything of a person.</summary>
public static class JpkiWebTelemetry
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "MyNumber.Jpki.AspNetCore";

    /// <summary>Counter {challenge}: holders asked; tag <c>purpose</c>.</summary>
    public const string Challenges = "mynumber.jpki.web.challenges";

    /// <summary>Counter {answer}: answers judged; tags <c>purpose</c>, <c>outcome</c> and <c>code</c> (<c>Accepted</c> or the code of the rejection; an application's own codes are <c>Own</c>).</summary>
    public const string Answers = "mynumber.jpki.web.answers";

    /// <summary>Gauge, s: since thisUpdate of the oldest list held; tag <c>purpose</c>. Nothing is shown while no list is held.</summary>
    public const string ListAge = "mynumber.jpki.web.list.age";

    /// <summary>Gauge, s: to the soonest nextUpdate of the lists held, negative past it; tag <c>purpose</c>. Nothing is shown while no list is held.</summary>
    public const string ListRemaining = "mynumber.jpki.web.list.remaining";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> ChallengeCounter = Meter.CreateCounter<long>(Challenges, "{challenge}", "Holders asked.");
    private static readonly Counter<long> AnswerCounter = Meter.CreateCounter<long>(Answers, "{answer}", "Answers judged.");

    internal static void CountChallenge(Services.StatementPurpose purpose) => ChallengeCounter.Add(1, new KeyValuePair<string, object?>("purpose", purpose.ToString()));

    internal static void CountAnswer(Services.StatementPurpose purpose, JpkiRejection? rejection) => AnswerCounter.Add(
        1,
        new("purpose", purpose.ToString()),
        new("outcome", (rejection?.Outcome ?? VerificationOutcome.Valid).ToString()),
        new("code", rejection is null ? "Accepted" : rejection.IsOwn ? "Own" : rejection.Code));
}
