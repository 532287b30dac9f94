using System.Net;
using CardAgent.Asking;
using CardAgentTests.Lab;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;

namespace CardAgentTests.Asking;

/// <summary>The request whose own page is gone, as after the browser's Back, and the home page that ends it.</summary>
public sealed class HomePageTests : AgentTest
{
    [SkippableFact]
    public async Task Home_page_names_the_site_that_asks_and_cancels_so_that_the_next_request_is_taken()
    {
        await Agent.AskLoginAsync();
        Page home = await Agent.GetAsync("/");
        home.Html.ShouldContain("<strong class=\"origin\">https://bank.example</strong>");
        home.Html.ShouldContain("この依頼を取り消す");

        Page done = await Agent.PostOwnAsync(home.Action, home.Fields);
        done.Status.ShouldBe(HttpStatusCode.OK);
        done.Html.ShouldContain("<h1>取り消しました</h1>");
        done.Html.ShouldContain("<strong class=\"origin\">https://bank.example</strong>");
        done.Html.ShouldNotContain("<form");

        (await Agent.GetAsync("/")).Html.ShouldContain("いま、依頼はありません");
        Page next = await Agent.AskLoginAsync();
        Outcome(await Agent.EnterAsync(next, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableFact]
    public async Task Home_page_and_its_cancellation_speak_English_too()
    {
        await Agent.AskLoginAsync();
        Page home = await Agent.GetAsync("/", message => RunningAgent.Say(message, "Accept-Language", "en"));
        home.Html.ShouldContain("Cancel this request");
        (await Agent.PostOwnAsync("/drop", home.Fields, message => RunningAgent.Say(message, "Accept-Language", "en"))).Html.ShouldContain("<h1>Cancelled</h1>");
    }

    [SkippableFact]
    public async Task Home_page_without_a_request_has_no_form()
    {
        (await Agent.GetAsync("/")).Html.ShouldNotContain("<form");
        await Agent.AskLoginAsync();
        Agent.World.Clock.Advance(AskingDesk.Patience);
        (await Agent.GetAsync("/")).Html.ShouldNotContain("<form");
    }

    [SkippableFact]
    public async Task Own_page_that_is_posted_after_the_cancellation_brings_it_to_the_site_for_ten_seconds_and_spends_no_try()
    {
        Page page = await Agent.AskLoginAsync();
        await DropAsync();
        Outcome(await Agent.EnterAsync(page, Agent.WrongPin)).ShouldBe(AgentOutcome.Cancelled);
        Agent.World.Clock.Advance(AskingDesk.Repetition);
        Page late = await Agent.EnterAsync(page, Agent.WrongPin);
        late.Status.ShouldBe(HttpStatusCode.Gone);
        late.Html.ShouldContain("取り消されたか");
        (await Agent.TriesLeftAsync()).ShouldBe(3);
    }

    [SkippableFact]
    public async Task Own_page_that_is_posted_after_the_next_request_came_is_gone_and_the_next_goes_on()
    {
        Page page = await Agent.AskLoginAsync();
        await DropAsync();
        Page next = await Agent.AskLoginAsync();
        (await Agent.EnterAsync(page, Agent.WrongPin)).Status.ShouldBe(HttpStatusCode.Gone);
        Outcome(await Agent.EnterAsync(next, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableFact]
    public async Task Button_pressed_twice_says_both_times_that_it_is_cancelled()
    {
        await Agent.AskLoginAsync();
        Page home = await Agent.GetAsync("/");
        Page[] both = await Task.WhenAll(Agent.PostOwnAsync("/drop", home.Fields), Agent.PostOwnAsync("/drop", home.Fields));
        both.ShouldAllBe(one => one.Html.Contains("<h1>取り消しました</h1>", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Home_page_that_was_left_open_cancels_nothing_that_was_answered()
    {
        Page page = await Agent.AskLoginAsync();
        Page home = await Agent.GetAsync("/");
        Outcome(await Agent.EnterAsync(page, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
        (await Agent.PostOwnAsync("/drop", home.Fields)).Status.ShouldBe(HttpStatusCode.Gone);
        Outcome(await Agent.EnterAsync(page, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableFact]
    public async Task Home_page_of_the_request_before_cancels_nothing_of_the_next()
    {
        await Agent.AskLoginAsync();
        Page old = await Agent.GetAsync("/");
        await DropAsync();
        Page next = await Agent.AskLoginAsync();
        (await Agent.PostOwnAsync("/drop", old.Fields)).Status.ShouldBe(HttpStatusCode.Gone);
        Outcome(await Agent.EnterAsync(next, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableTheory]
    [InlineData("none", "pin", "", HttpStatusCode.Gone)]
    [InlineData("an empty one", "token", "", HttpStatusCode.Gone)]
    [InlineData("a guessed one", "token", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", HttpStatusCode.Gone)]
    [InlineData("another field", "other", "1", HttpStatusCode.BadRequest)]
    public async Task Cancellation_without_the_home_pages_token_is_refused(string what, string name, string value, HttpStatusCode status)
    {
        Page page = await Agent.AskLoginAsync();
        (await Agent.PostOwnAsync("/drop", new Dictionary<string, string> { [name] = value })).Status.ShouldBe(status, what);
        Outcome(await Agent.EnterAsync(page, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableFact]
    public async Task Tokens_of_home_page_and_own_page_are_of_no_use_for_each_other()
    {
        Page page = await Agent.AskLoginAsync();
        Page home = await Agent.GetAsync("/");
        (await Agent.PostOwnAsync("/drop", page.Fields)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Agent.EnterAsync(home, Agent.WrongPin)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Agent.PostOwnAsync("/cancel", home.Fields)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Agent.GetAsync("/late?token=" + home.Token)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Agent.TriesLeftAsync()).ShouldBe(3);
        Outcome(await Agent.EnterAsync(page, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableTheory]
    [InlineData("the asking site", "Origin", "https://bank.example")]
    [InlineData("another site", "Origin", "https://evil.example")]
    [InlineData("an opaque origin", "Origin", "null")]
    [InlineData("no header", "Origin", null)]
    [InlineData("another program on this machine", "Origin", "http://127.0.0.1:1")]
    [InlineData("a page that the browser says is another site's", "Sec-Fetch-Site", "cross-site")]
    [InlineData("a frame", "Sec-Fetch-Dest", "iframe")]
    [InlineData("a script", "Sec-Fetch-Mode", "cors")]
    public async Task Cancellation_that_another_page_posts_is_refused_even_with_the_token(string what, string header, string? value)
    {
        Page page = await Agent.AskLoginAsync();
        Page home = await Agent.GetAsync("/");
        (await Agent.PostOwnAsync("/drop", home.Fields, message => RunningAgent.Say(message, header, value))).Status.ShouldBe(HttpStatusCode.Forbidden, what);
        Outcome(await Agent.EnterAsync(page, Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableFact]
    public async Task Home_page_is_not_shown_in_a_frame_and_its_button_is_not_followed_as_a_link()
    {
        await Agent.AskLoginAsync();
        Page framed = await Agent.GetAsync("/", message => RunningAgent.Say(message, "Sec-Fetch-Dest", "iframe"));
        framed.Status.ShouldBe(HttpStatusCode.Forbidden);
        framed.Html.ShouldNotContain("token");
        Page home = await Agent.GetAsync("/");
        (await Agent.GetAsync("/drop?token=" + home.Token)).Status.ShouldBe(HttpStatusCode.NotFound);
        Outcome(await Agent.AskLoginAsync()).ShouldBe(AgentOutcome.Busy);
    }

    [SkippableFact]
    public async Task Cancellation_is_logged_with_the_site_and_without_the_token()
    {
        await Agent.AskLoginAsync();
        Page home = await Agent.GetAsync("/");
        await Agent.PostOwnAsync("/drop", home.Fields);
        Agent.Log.Lines.ShouldContain(line => line.StartsWith("Information 4 https://bank.example gets nothing", StringComparison.Ordinal));
        Agent.Log.Lines.ShouldNotContain(line => line.Contains(home.Token, StringComparison.Ordinal));
    }

    private static AgentOutcome Outcome(Page page) => Bank.Read(page, StatementPurpose.Login).Outcome;

    private async Task DropAsync() => (await Agent.PostOwnAsync("/drop", (await Agent.GetAsync("/")).Fields)).Status.ShouldBe(HttpStatusCode.OK);
}
