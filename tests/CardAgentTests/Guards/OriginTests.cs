using System.Net;
using CardAgentTests.Lab;
using MyNumber.Jpki.AspNetCore.Agent;

namespace CardAgentTests.Guards;

public sealed class OriginTests : AgentTest
{
    [SkippableTheory]
    [InlineData("another site", "https://evil.example")]
    [InlineData("a site below the allowed one", "https://www.bank.example")]
    [InlineData("a site that begins like it", "https://bank.example.evil.example")]
    [InlineData("the same site without TLS", "http://bank.example")]
    [InlineData("another port", "https://bank.example:8443")]
    [InlineData("other letters", "https://BANK.example")]
    [InlineData("an opaque origin, as of a sandbox or a data address", "null")]
    [InlineData("no header", null)]
    [InlineData("an empty header", "")]
    [InlineData("two origins in one header", "https://bank.example https://evil.example")]
    [InlineData("the agent itself", "http://127.0.0.1")]
    public async Task Request_of_an_origin_that_is_not_allowed_is_refused_and_nothing_is_posted_back(string what, string? origin)
    {
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(), origin);
        page.Status.ShouldBe(HttpStatusCode.Forbidden, what);
        page.Action.ShouldBeEmpty();
        page.Html.ShouldNotContain("name=\"pin\"");
    }

    [SkippableTheory]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Browser_that_names_no_site_is_told_so(string? origin) =>
        (await Agent.AskAsync(await Agent.Bank.AskAsync(), origin)).Html.ShouldContain("どのサイトの依頼か、ブラウザーが伝えていません");

    [SkippableFact]
    public async Task Two_Origin_headers_are_refused()
    {
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(), Bank.Origin, message => message.Headers.TryAddWithoutValidation("Origin", "https://evil.example"));
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [SkippableFact]
    public async Task Empty_list_lets_nobody_ask()
    {
        await using RunningAgent agent = await RunningAgent.StartAsync([]);
        (await agent.AskAsync(await agent.Bank.AskAsync())).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.GetAsync("/")).Html.ShouldContain("すべての依頼を断ります");
    }

    [SkippableTheory]
    [InlineData("another site", "https://evil.example/take", "ReturnOutsideOrigin")]
    [InlineData("a name in front", "https://bank.example@evil.example/take", "Unreadable")]
    [InlineData("another scheme", "http://bank.example/take", "ReturnOutsideOrigin")]
    [InlineData("another port", "https://bank.example:8443/take", "ReturnOutsideOrigin")]
    [InlineData("script", "javascript:alert(1)", "Unreadable")]
    [InlineData("no site", "/take", "Unreadable")]
    public async Task Answer_that_would_leave_the_origin_is_refused_and_told_so_in_the_log(string what, string address, string refusal)
    {
        Dictionary<string, string> fields = new((await Agent.Bank.AskAsync()).ToFields()) { ["return"] = address };
        Page page = await Agent.PostAsync("/ask", fields, message => RunningAgent.Say(message, "Origin", Bank.Origin));
        page.Status.ShouldBe(HttpStatusCode.BadRequest, what);
        page.Action.ShouldBeEmpty();
        page.Html.ShouldNotContain("evil");
        Agent.Log.Lines.ShouldContain(line => line.Contains($"A request was refused: {refusal}.", StringComparison.Ordinal), 1, what);
    }

    [SkippableTheory]
    [InlineData("ja", "答えの送り先が、依頼した次のサイトの外にあります")]
    [InlineData("en", "The answer would go outside of this site, which asks")]
    public async Task Site_that_is_opened_at_another_address_than_its_own_is_told_so(string language, string words)
    {
        await using RunningAgent agent = await RunningAgent.StartAsync(["http://localhost:5080", "http://127.0.0.1:5080"]);
        Page page = await agent.AskAsync(await agent.Bank.AskAsync(origin: "http://localhost:5080"), "http://127.0.0.1:5080", message => RunningAgent.Say(message, "Accept-Language", language));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Html.ShouldContain(words);
        page.Html.ShouldContain("<strong class=\"origin\">http://127.0.0.1:5080</strong>");
        page.Html.ShouldNotContain("http://localhost:5080");
    }

    [SkippableFact]
    public async Task Request_of_another_shape_whose_answer_would_leave_too_is_told_as_unreadable()
    {
        Dictionary<string, string> fields = new((await Agent.Bank.AskAsync()).ToFields()) { ["return"] = "https://evil.example/take", ["more"] = "1" };
        await Agent.PostAsync("/ask", fields, message => RunningAgent.Say(message, "Origin", Bank.Origin));
        Agent.Log.Lines.ShouldContain(line => line.Contains("A request was refused: Unreadable.", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("a field more", "more", "1")]
    [InlineData("an origin of its own", "origin", "https://other.example")]
    [InlineData("another version", "version", "2")]
    [InlineData("another purpose", "purpose", "anything")]
    [InlineData("a nonce of another length", "nonce", "short")]
    [InlineData("a login with a text", "text", "pay")]
    public async Task Request_of_another_shape_is_refused(string what, string name, string value)
    {
        Dictionary<string, string> fields = new((await Agent.Bank.AskAsync()).ToFields()) { [name] = value };
        Page page = await Agent.PostAsync("/ask", fields, message => RunningAgent.Say(message, "Origin", Bank.Origin));
        page.Status.ShouldBe(HttpStatusCode.BadRequest, what);
    }

    [SkippableTheory]
    [InlineData("another kind", "text/plain")]
    [InlineData("a form of parts", "multipart/form-data; boundary=x")]
    [InlineData("a parameter that is none", "application/x-www-form-urlencoded; =")]
    [InlineData("two kinds", "application/x-www-form-urlencoded, text/plain")]
    [InlineData("no kind", null)]
    public async Task Request_that_is_no_form_is_refused(string what, string? type)
    {
        AgentRequest request = await Agent.Bank.AskAsync();
        Page page = await Agent.AskAsync(request, Bank.Origin, message =>
        {
            message.Content!.Headers.Remove("Content-Type");
            if (type is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
            }
        });
        page.Status.ShouldBe(HttpStatusCode.BadRequest, what);
    }

    [SkippableFact]
    public async Task Request_with_hundreds_of_fields_is_refused()
    {
        Dictionary<string, string> fields = Enumerable.Range(0, 500).ToDictionary(number => $"f{number}", _ => "1");
        Page page = await Agent.PostAsync("/ask", fields, message => RunningAgent.Say(message, "Origin", Bank.Origin));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
