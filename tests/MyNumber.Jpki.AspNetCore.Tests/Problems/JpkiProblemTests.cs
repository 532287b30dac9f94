using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Tests.Problems;

public sealed class JpkiProblemTests
{
    [Theory]
    [InlineData("Japanese", "ja", "ja")]
    [InlineData("English", "en", "en")]
    [InlineData("English of a country", "en-GB,ja;q=0.5", "en")]
    [InlineData("Japanese first", "ja-JP,en;q=0.9", "ja")]
    [InlineData("English preferred by weight", "ja;q=0.3,en;q=0.4", "en")]
    [InlineData("neither", "fr", "ja")]
    [InlineData("nothing", "", "ja")]
    [InlineData("a language that begins alike", "eno;q=1,jam", "ja")]
    [InlineData("no header of its kind", ";;q=,\u0001", "ja")]
    public async Task Words_are_in_the_language_that_is_asked_for(string description, string accepted, string language)
    {
        (HttpResponse response, JsonElement problem) = await WriteAsync(JpkiRejection.For(VerificationOutcome.Invalid, VerificationReason.Held), accepted);
        response.Headers.ContentLanguage.ToString().ShouldBe(language, description);
        problem.GetProperty("title").GetString().ShouldBe(language == "ja" ? "一時保留中" : "on hold, for example a lost card; not revoked");
    }

    [Fact]
    public async Task A_problem_has_the_members_of_the_standard_and_the_documented_code()
    {
        (HttpResponse response, JsonElement problem) = await WriteAsync(JpkiRejection.For(VerificationOutcome.Invalid, VerificationReason.ChallengeExpired, 401), "ja");
        problem.ToString().ShouldBe(
            """{"type":"urn:mynumber-sdk:jpki:ChallengeExpired","title":"チャレンジの期限切れ","status":401,"detail":"ログインを最初からやり直す","code":"ChallengeExpired","number":301,"outcome":"Invalid"}""");
        response.ContentType.ShouldBe("application/problem+json");
        response.Headers.CacheControl.ToString().ShouldBe("no-store");
        response.Headers.RetryAfter.ShouldBeEmpty();
    }

    public static TheoryData<string, JpkiRejection> Undetermined => new()
    {
        { "a reason that blames nobody", JpkiRejection.For(VerificationOutcome.Undetermined, VerificationReason.StatusUnreachable, 401) },
        { "the application's own", JpkiRejection.Own("AccountsDown", 503, "日", "e", "日", "e") },
    };

    [Theory]
    [MemberData(nameof(Undetermined), DisableDiscoveryEnumeration = true)]
    public async Task Undetermined_says_when_to_come_again(string description, JpkiRejection rejection)
    {
        (HttpResponse response, JsonElement problem) = await WriteAsync(rejection, "en");
        response.StatusCode.ShouldBe(503, description);
        response.Headers.RetryAfter.ToString().ShouldBe("30");
        problem.GetProperty("outcome").GetString().ShouldBe("Undetermined");
    }

    [Fact]
    public void Every_reason_and_every_outcome_of_an_agent_has_words_in_both_languages()
    {
        IEnumerable<JpkiRejection> all = Enum.GetValues<VerificationReason>().Select(reason => JpkiRejection.For(VerificationOutcome.Invalid, reason))
            .Concat(Enum.GetValues<AgentOutcome>().Where(outcome => outcome != AgentOutcome.Given).Select(outcome => JpkiRejection.For(outcome)))
            .Append(JpkiRejection.Busy).Append(JpkiRejection.AnswerMalformed);
        foreach (JpkiRejection rejection in all)
        {
            foreach (ReportLanguage language in Enum.GetValues<ReportLanguage>())
            {
                rejection.Meaning(language).ShouldNotBeNullOrWhiteSpace(rejection.Code);
                rejection.NextStep(language).ShouldNotBeNullOrWhiteSpace(rejection.Code);
            }
        }
    }

    [Theory]
    [InlineData("a code of this library", "Held", 403)]
    [InlineData("the agent's name", "AgentGone", 403)]
    [InlineData("another code of this library", "Busy", 403)]
    [InlineData("empty", "", 403)]
    [InlineData("more than letters", "Account-Unknown", 403)]
    [InlineData("a number", "140", 403)]
    [InlineData("a success", "AccountUnknown", 200)]
    public void A_rejection_of_the_applications_own_has_its_own_code_and_a_status_of_failure(string description, string code, int status) =>
        Should.Throw<ArgumentException>(() => JpkiRejection.Own(code, status, "日", "e", "日", "e"), description);

    [Fact]
    public void What_is_valid_or_given_is_no_rejection()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => JpkiRejection.For(VerificationOutcome.Valid, VerificationReason.None));
        Should.Throw<ArgumentOutOfRangeException>(() => JpkiRejection.For(AgentOutcome.Given));
    }

    private static async Task<(HttpResponse Response, JsonElement Problem)> WriteAsync(JpkiRejection rejection, string accepted)
    {
        using MemoryStream body = new();
        DefaultHttpContext context = new() { Response = { Body = body } };
        context.Request.Headers.AcceptLanguage = accepted;
        await JpkiProblem.WriteAsync(context, rejection);
        using JsonDocument problem = JsonDocument.Parse(Encoding.UTF8.GetString(body.ToArray()));
        return (context.Response, problem.RootElement.Clone());
    }
}
