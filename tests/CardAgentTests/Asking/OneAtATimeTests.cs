using System.Net;
using CardAgent.Asking;
using CardAgentTests.Lab;
using MyNumber.Jpki;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;

namespace CardAgentTests.Asking;

public sealed class OneAtATimeTests : AgentTest
{
    [SkippableFact]
    public async Task Second_request_is_told_that_the_agent_is_busy_and_the_first_goes_on()
    {
        Page first = await Agent.AskLoginAsync();
        Bank.Read(await Agent.AskLoginAsync(), StatementPurpose.Login).Outcome.ShouldBe(AgentOutcome.Busy);
        Outcome(await Agent.EnterAsync(first, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableFact]
    public async Task Many_requests_at_once_leave_one_page()
    {
        AgentRequest[] requests = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Agent.Bank.AskAsync()));
        Page[] pages = await Task.WhenAll(requests.Select(request => Agent.AskAsync(request)));
        pages.Count(page => page.LeavesTheAgent).ShouldBe(7);
    }

    [SkippableFact]
    public async Task Request_after_the_time_of_the_first_takes_its_place()
    {
        Page first = await Agent.AskLoginAsync();
        Agent.World.Clock.Advance(AskingDesk.Patience);
        Page second = await Agent.AskLoginAsync();
        second.LeavesTheAgent.ShouldBeFalse();
        (await Agent.EnterAsync(first, Agent.LoginPin)).Status.ShouldBe(HttpStatusCode.Gone);
        Outcome(await Agent.EnterAsync(second, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableFact]
    public async Task Request_a_moment_before_that_is_told_that_the_agent_is_busy()
    {
        await Agent.AskLoginAsync();
        Agent.World.Clock.Advance(AskingDesk.Patience - TimeSpan.FromTicks(1));
        Outcome(await Agent.AskLoginAsync()).ShouldBe(AgentOutcome.Busy);
    }

    [SkippableFact]
    public async Task PIN_after_the_time_is_answered_as_timed_out_and_spends_no_try()
    {
        Page page = await Agent.AskLoginAsync();
        Agent.World.Clock.Advance(AskingDesk.Patience);
        Outcome(await Agent.EnterAsync(page, Agent.WrongPin)).ShouldBe(AgentOutcome.TimedOut);
        (await Agent.TriesLeftAsync()).ShouldBe(3);
    }

    [SkippableFact]
    public async Task Page_reports_by_itself_when_its_time_is_over()
    {
        Page page = await Agent.AskLoginAsync();
        page.Html.ShouldContain($"<meta http-equiv=\"refresh\" content=\"180;url=/late?token={page.Token}\">");
        Agent.World.Clock.Advance(AskingDesk.Patience);
        Outcome(await Agent.GetAsync("/late?token=" + page.Token)).ShouldBe(AgentOutcome.TimedOut);
        Agent.World.Clock.Advance(AskingDesk.Repetition);
        (await Agent.GetAsync("/late?token=" + page.Token)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [SkippableFact]
    public async Task Page_that_reports_too_early_is_shown_again()
    {
        Page page = await Agent.AskLoginAsync();
        Agent.World.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Agent.GetAsync("/late?token=" + page.Token)).Html.ShouldContain("content=\"120;url=/late");
    }

    [SkippableFact]
    public async Task Nothing_is_kept_a_minute_after_the_time()
    {
        Page page = await Agent.AskLoginAsync();
        Agent.World.Clock.Advance(AskingDesk.Patience + TimeSpan.FromMinutes(1));
        (await Agent.GetAsync("/")).Html.ShouldContain("いま、依頼はありません");
        (await Agent.EnterAsync(page, Agent.LoginPin)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [SkippableFact]
    public async Task Cancelled_request_is_answered_as_cancelled_and_gone()
    {
        Page page = await Agent.AskLoginAsync();
        Page done = await Agent.PostOwnAsync("/cancel", page.Fields);
        AgentAnswer answer = Bank.Read(done, StatementPurpose.Login);
        answer.Outcome.ShouldBe(AgentOutcome.Cancelled);
        answer.Certificate.IsEmpty.ShouldBeTrue();
        Agent.World.Clock.Advance(AskingDesk.Repetition);
        (await Agent.PostOwnAsync("/cancel", page.Fields)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Agent.AskLoginAsync()).LeavesTheAgent.ShouldBeFalse();
    }

    [SkippableFact]
    public async Task Answered_request_is_gone_and_its_answer_is_good_once()
    {
        Page page = await Agent.AskLoginAsync();
        AgentAnswer answer = Bank.Read(await Agent.EnterAsync(page, Agent.LoginPin), StatementPurpose.Login);
        (await Agent.GetAsync("/")).Html.ShouldContain("いま、依頼はありません");
        Agent.World.Clock.Advance(AskingDesk.Repetition);
        (await Agent.EnterAsync(page, Agent.LoginPin)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Agent.Bank.VerifyLoginAsync(answer)).Reason.ShouldBe(VerificationReason.None);
        (await Agent.Bank.VerifyLoginAsync(answer)).Reason.ShouldBe(VerificationReason.ChallengeNotFound);
    }

    [SkippableFact]
    public async Task Button_pressed_twice_brings_the_answer_both_times()
    {
        Page page = await Agent.AskLoginAsync();
        Page[] both = await Task.WhenAll(Agent.EnterAsync(page, Agent.LoginPin), Agent.EnterAsync(page, Agent.LoginPin));
        both[0].Fields.ShouldBe(both[1].Fields, ignoreOrder: true);
        (await Agent.Bank.VerifyLoginAsync(Bank.Read(both[1], StatementPurpose.Login))).Reason.ShouldBe(VerificationReason.None);
    }

    [SkippableFact]
    public async Task Answer_is_there_no_more_when_the_next_request_comes()
    {
        Page page = await Agent.AskLoginAsync();
        Outcome(await Agent.EnterAsync(page, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
        (await Agent.AskLoginAsync()).LeavesTheAgent.ShouldBeFalse();
        (await Agent.EnterAsync(page, Agent.LoginPin)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [SkippableFact]
    public async Task Page_that_is_loaded_anew_is_shown_again_within_the_same_time()
    {
        AgentRequest request = await Agent.Bank.AskAsync();
        await Agent.AskAsync(request);
        Agent.World.Clock.Advance(TimeSpan.FromMinutes(2));
        Page again = await Agent.AskAsync(request);
        again.Html.ShouldContain("content=\"60;url=/late");
        Outcome(await Agent.EnterAsync(again, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableFact]
    public async Task Same_nonce_with_another_state_is_another_request()
    {
        AgentRequest request = await Agent.Bank.AskAsync();
        await Agent.AskAsync(request);
        Dictionary<string, string> fields = new(request.ToFields()) { ["state"] = "other" };
        Page page = await Agent.PostAsync("/ask", fields, message => RunningAgent.Say(message, "Origin", Bank.Origin));
        Outcome(page).ShouldBe(AgentOutcome.Busy);
    }

    private static AgentOutcome Outcome(Page page) => Bank.Read(page, StatementPurpose.Login).Outcome;
}
