using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Tests.Problems;

public sealed class JpkiRejectionTests
{
    [Theory]
    [InlineData("a reason", "ChallengeExpired", 403, "older than its lifetime")]
    [InlineData("a reason that blames nobody", "StatusUnreachable", 503, "no source answered")]
    [InlineData("an outcome of the agent", "AgentCancelled", 403, "the holder cancelled")]
    [InlineData("an agent that serves another", "AgentBusy", 409, "the card program serves another request")]
    [InlineData("an answer without its shape", "AnswerMalformed", 400, "the answer is not of the shape that was asked for")]
    [InlineData("a login that is wanted", "LoginRequired", 401, "nobody is logged in")]
    [InlineData("a full store", "Busy", 503, "the service is busy")]
    [InlineData("a store that failed", "StoreFailed", 503, "the service has a failure inside")]
    public void A_code_of_this_library_finds_its_rejection(string description, string code, int status, string english)
    {
        JpkiRejection rejection = JpkiRejection.Find(code).ShouldNotBeNull(description);
        (rejection.Code, rejection.StatusCode, rejection.Meaning(ReportLanguage.English)).ShouldBe((code, status, english));
    }

    [Theory]
    [InlineData("nothing", null)]
    [InlineData("empty", "")]
    [InlineData("the number of a reason", "301")]
    [InlineData("the number of an outcome", "Agent3")]
    [InlineData("what is no refusal", "None")]
    [InlineData("what was given", "AgentGiven")]
    [InlineData("in lower case", "challengeexpired")]
    [InlineData("with a space", "ChallengeExpired ")]
    [InlineData("two names", "ChallengeExpired,Held")]
    [InlineData("an outcome without Agent", "Cancelled")]
    [InlineData("a word of an application", "CardNotLinked")]
    [InlineData("markup", "<script>")]
    public void Any_other_text_finds_nothing(string description, string? code) => JpkiRejection.Find(code).ShouldBeNull(description);

    [Theory]
    [InlineData("the account could not be looked up", 503, VerificationOutcome.Undetermined)]
    [InlineData("the card is linked to no account", 403, VerificationOutcome.Invalid)]
    [InlineData("another failure of the site", 500, VerificationOutcome.Invalid)]
    public void A_rejection_of_the_applications_own_is_undetermined_where_trying_again_later_may_help(string description, int status, VerificationOutcome outcome) =>
        JpkiRejection.Own("AccountUnknown", status, "日", "e", "日", "e").Outcome.ShouldBe(outcome, description);

    [Fact]
    public void A_busy_agent_leaves_nothing_undetermined() => JpkiRejection.For(AgentOutcome.Busy, 401).Outcome.ShouldBe(VerificationOutcome.Invalid);

    [Fact]
    public void Every_reason_is_found_by_its_name() =>
        Enum.GetValues<VerificationReason>().Where(reason => reason != VerificationReason.None).ShouldAllBe(reason => JpkiRejection.Find(reason.ToString())!.Reason == reason);
}
