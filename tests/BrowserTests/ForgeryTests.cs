using System.Net;
using BrowserTests.Stage;
using Microsoft.Playwright;

namespace BrowserTests;

/// <summary>Requests that another site's page makes in the victim's browser, and sessions that were laid into it.</summary>
public sealed class ForgeryTests(Theatre theatre) : BrowserTest(theatre)
{
    private const string SessionCookie = "__Host-BankPortal.Customer";

    [SkippableFact]
    public async Task Attackers_answer_does_not_log_the_victim_in()
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit attacker = await Theatre.VisitAsync();
        Dictionary<string, string> answer = await attacker.WithholdAnswerAsync(card);
        await using Visit victim = await Theatre.VisitAsync();

        await victim.PostFromAgentAsync(Theatre.Bank + "/signin-jpki", answer);

        (await victim.ReadRefusalAsync()).ShouldContain("この画面から始めた手続きではありません");
        (await victim.Context.CookiesAsync()).ShouldNotContain(cookie => cookie.Name == SessionCookie);
        await attacker.PostFromAgentAsync(Theatre.Bank + "/signin-jpki", answer);
        (await attacker.ReadRefusalAsync()).ShouldContain("この回答はすでに使われたか、無効です");
    }

    [SkippableFact]
    public async Task Other_sites_page_does_not_log_the_customer_out()
    {
        await Theatre.NeedAccountAsync();
        await using Visit visit = await Theatre.VisitAsync();
        await visit.LogInToAccountAsync(await Theatre.TakeCardAsync());

        await visit.LureAsync(BadSite.Form(Theatre.Bank + "/logout", []));
        await visit.ArriveAsync("/logout");

        await visit.GoAsync("/account");
        visit.Place.ShouldBe("/account");
    }

    [SkippableTheory]
    [InlineData("a PIN", "/pin")]
    [InlineData("a cancellation", "/cancel")]
    [InlineData("a cancellation as from the home page", "/drop")]
    public async Task Other_sites_page_cannot_act_at_the_agent(string what, string path)
    {
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit victim = await Theatre.VisitAsync();
        await victim.AskToLogInAsync();
        string token = (await victim.Page.Locator("input[name=token]").First.GetAttributeAsync("value"))!;
        IPage other = await victim.Context.NewPageAsync();

        await other.GotoAsync(Theatre.BadSite.ListedOrigin + Theatre.BadSite.Lay(BadSite.Form(Theatre.AgentOrigin + path, [new("token", token), new("pin", card.LoginPin)])));

        (await other.Locator(Steps.Alert).InnerTextAsync()).ShouldContain("この操作は、このプログラムの画面からだけできます", customMessage: what);
        (await card.IsBusyAsync()).ShouldBeTrue("the holder's own request goes on");
        await victim.Page.Locator(Steps.Cancel).ClickAsync();
        await victim.Page.Locator(Steps.Refused).WaitForAsync();
    }

    [SkippableTheory]
    [InlineData("an absolute address", "http://evil.localhost/")]
    [InlineData("an address without scheme", "//evil.localhost/")]
    [InlineData("a backslash", "/\\evil.localhost/")]
    public async Task Login_leads_to_no_other_site(string what, string target)
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit visit = await Theatre.VisitAsync();

        await visit.LogInAsync(card, "?to=" + Uri.EscapeDataString(target));

        await visit.ArriveAsync("/account");
        visit.Requests.ShouldNotContain(request => new Uri(request.Url).Host == "evil.localhost", what);
    }

    [SkippableFact]
    public async Task Session_that_was_there_before_the_login_ends_with_it_and_a_copy_ends_with_the_logout()
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit visit = await Theatre.VisitAsync();
        await visit.LogInToAccountAsync(card);
        BrowserContextCookiesResult first = await FindSessionAsync(visit);
        await visit.LogInToAccountAsync(card);
        BrowserContextCookiesResult second = await FindSessionAsync(visit);

        second.Value.ShouldNotBe(first.Value);
        (await OpensAsync(first)).ShouldBeFalse();
        (await OpensAsync(second)).ShouldBeTrue();
        await visit.PressAsync("ログアウト");
        await visit.ArriveAsync("/login?ended=true");
        (await OpensAsync(second)).ShouldBeFalse();
    }

    private static async Task<BrowserContextCookiesResult> FindSessionAsync(Visit visit) => (await visit.Context.CookiesAsync()).Single(cookie => cookie.Name == SessionCookie);

    /// <summary>Whether somebody with a copy of the cookie gets to the account.</summary>
    private async Task<bool> OpensAsync(BrowserContextCookiesResult cookie)
    {
        using HttpClient thief = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
        using HttpRequestMessage request = new(HttpMethod.Get, Theatre.Bank + "/account");
        request.Headers.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        using HttpResponseMessage response = await thief.SendAsync(request);
        return response.StatusCode == HttpStatusCode.OK;
    }
}
