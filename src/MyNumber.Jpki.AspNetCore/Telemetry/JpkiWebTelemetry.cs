using System.Diagnostics;
using System.Diagnostics.Metrics;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Telemetry;

/// <summary>The meter and the activity source of this assembly. No tag carries anything of a person, and none a nonce.</summary>
public static class JpkiWebTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "MyNumber.Jpki.AspNetCore";

    /// <summary>Counter {challenge}: holders asked; tag <c>purpose</c>.</summary>
    public const string Challenges = "mynumber.jpki.web.challenges";

    /// <summary>Counter {answer}: answers judged; tags <c>purpose</c>, <c>outcome</c> and <c>code</c> (<c>Accepted</c> or the code of the rejection; an application's own codes are <c>Own</c>).</summary>
    public const string Answers = "mynumber.jpki.web.answers";

    /// <summary>Gauge, s: since thisUpdate of the oldest list held; tag <c>purpose</c>. Nothing is shown while no list is held.</summary>
    public const string ListAge = "mynumber.jpki.web.list.age";

    /// <summary>Gauge, s: to the soonest nextUpdate of the lists held, negative past it; tag <c>purpose</c>. Nothing is shown while no list is held.</summary>
    public const string ListRemaining = "mynumber.jpki.web.list.remaining";

    /// <summary>Activity: a holder is asked, up to the page that goes to the card agent; tags <c>purpose</c>, <c>outcome</c> and <c>code</c>, the last two as for <see cref="Answers"/>.</summary>
    public const string AskActivity = "mynumber.jpki.web.ask";

    /// <summary>Activity: an answer is received and judged, status included; tags <c>purpose</c>, <c>outcome</c> and <c>code</c>, as for <see cref="Answers"/>. Without the last two it was given up.</summary>
    public const string ReceiveActivity = "mynumber.jpki.web.receive";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> ChallengeCounter = Meter.CreateCounter<long>(Challenges, "{challenge}", "Holders asked.");
    private static readonly Counter<long> AnswerCounter = Meter.CreateCounter<long>(Answers, "{answer}", "Answers judged.");

    internal static Activity? Start(string activity, StatementPurpose purpose) => Activities.StartActivity(activity)?.SetTag("purpose", purpose.ToString());

    /// <summary>Writes into an activity what came of it: an error only where nothing was found out.</summary>
    internal static void Tell(Activity? activity, JpkiRejection? rejection) => activity?
        .SetTag("outcome", OutcomeOf(rejection))
        .SetTag("code", CodeOf(rejection))
        .SetStatus(rejection?.Outcome == VerificationOutcome.Undetermined ? ActivityStatusCode.Error : ActivityStatusCode.Ok);

    internal static void CountChallenge(StatementPurpose purpose) => ChallengeCounter.Add(1, new KeyValuePair<string, object?>("purpose", purpose.ToString()));

    internal static void CountAnswer(StatementPurpose purpose, JpkiRejection? rejection) =>
        AnswerCounter.Add(1, new("purpose", purpose.ToString()), new("outcome", OutcomeOf(rejection)), new("code", CodeOf(rejection)));

    private static string OutcomeOf(JpkiRejection? rejection) => (rejection?.Outcome ?? VerificationOutcome.Valid).ToString();

    private static string CodeOf(JpkiRejection? rejection) => rejection is null ? "Accepted" : rejection.IsOwn ? "Own" : rejection.Code;
}
