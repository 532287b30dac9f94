using System.Net;
using CardAgentTests.Lab;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;

namespace CardAgentTests.Guards;

public sealed class OwnPageTests : AgentTest
{
    [SkippableTheory]
    [InlineData("the asking site", "https://bank.example")]
    [InlineData("another site", "https://evil.example")]
    [InlineData("an opaque origin", "null")]
    [InlineData("no header", null)]
    [InlineData("another program on this machine", "http://127.0.0.1:1")]
    [InlineData("localhost", "http://localhost")]
    public async Task PIN_posted_by_another_site_is_refused_and_spends_no_try(string what, string? origin)
    {
        Page page = await Agent.AskLoginAsync();
        Page refused = await Agent.EnterAsync(page, Agent.WrongPin, change: message => RunningAgent.Say(message, "Origin", origin));
        refused.Status.ShouldBe(HttpStatusCode.Forbidden, what);
        (await Agent.TriesLeftAsync()).ShouldBe(3);
    }

    [SkippableTheory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    public async Task Post_that_the_browser_says_comes_from_elsewhere_is_refused(string site)
    {
        Page page = await Agent.AskLoginAsync();
        foreach (string path in (string[])["/pin", "/cancel", "/card", "/drop"])
        {
            (await Agent.PostOwnAsync(path, page.Fields, message => RunningAgent.Say(message, "Sec-Fetch-Site", site))).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await Agent.GetAsync("/late?token=" + page.Token, message => RunningAgent.Say(message, "Sec-Fetch-Site", site))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [SkippableTheory]
    [InlineData("/pin")]
    [InlineData("/cancel")]
    [InlineData("/card")]
    public async Task Token_that_was_guessed_is_refused_and_the_request_stays(string path)
    {
        Page page = await Agent.AskLoginAsync();
        Dictionary<string, string> guessed = new() { ["token"] = new string('A', page.Token.Length) };
        (await Agent.PostOwnAsync(path, guessed)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Agent.PostOwnAsync(path, new Dictionary<string, string> { ["token"] = string.Empty })).Status.ShouldBe(HttpStatusCode.Gone);
        (await Agent.EnterAsync(page, Agent.LoginPin)).LeavesTheAgent.ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Token_of_one_request_is_of_no_use_for_the_next()
    {
        Page first = await Agent.AskLoginAsync();
        await Agent.PostOwnAsync("/cancel", first.Fields);
        await Agent.AskLoginAsync();
        (await Agent.EnterAsync(first, Agent.WrongPin)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Agent.TriesLeftAsync()).ShouldBe(3);
    }

    [SkippableFact]
    public async Task Page_posted_twice_spends_one_try()
    {
        Page page = await Agent.AskLoginAsync();
        Page[] both = await Task.WhenAll(Agent.EnterAsync(page, Agent.WrongPin), Agent.EnterAsync(page, Agent.WrongPin));
        both.Count(one => one.Html.Contains("二度送られました", StringComparison.Ordinal)).ShouldBe(1);
        (await Agent.TriesLeftAsync()).ShouldBe(2);
    }

    [SkippableFact]
    public async Task Page_posted_again_and_again_spends_one_try_and_leaves_a_page_to_cancel_from()
    {
        Page page = await Agent.AskLoginAsync();
        Page again = await Agent.EnterAsync(page, Agent.WrongPin);
        for (int reload = 1; reload <= 3; reload++)
        {
            again = await Agent.EnterAsync(page, Agent.WrongPin);
            again.Html.ShouldContain("二度送られました");
        }

        (await Agent.TriesLeftAsync()).ShouldBe(2);
        Bank.Read(await Agent.PostOwnAsync("/cancel", again.Fields), StatementPurpose.Login).Outcome.ShouldBe(AgentOutcome.Cancelled);
    }

    [SkippableFact]
    public async Task Page_whose_wrong_PIN_ends_the_request_spends_one_try_when_it_is_posted_twice()
    {
        Page page = await Agent.EnterAsync(await Agent.AskLoginAsync(), Agent.WrongPin);
        Page[] both = await Task.WhenAll(Agent.EnterAsync(page, Agent.WrongPin), Agent.EnterAsync(page, Agent.WrongPin));
        both.Select(one => Bank.Read(one, StatementPurpose.Login).Outcome).ShouldAllBe(outcome => outcome == AgentOutcome.WrongPin);
        (await Agent.TriesLeftAsync()).ShouldBe(1);
    }

    [SkippableTheory]
    [InlineData("a field more", "token={0}&pin=1234&more=1")]
    [InlineData("two PINs", "token={0}&pin=1234&pin=1234")]
    [InlineData("no form", "hello")]
    [InlineData("nothing", "")]
    public async Task Own_form_of_another_shape_is_refused(string what, string body)
    {
        Page page = await Agent.AskLoginAsync();
        string text = string.Format(System.Globalization.CultureInfo.InvariantCulture, body, page.Token);
        Page refused = await Agent.PostOwnAsync("/pin", page.Fields, message => message.Content = new StringContent(text, null, "application/x-www-form-urlencoded"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest, what);
        (await Agent.TriesLeftAsync()).ShouldBe(3);
    }
}
