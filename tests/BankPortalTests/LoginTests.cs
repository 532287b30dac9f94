using BankPortal.Accounts;
using MyNumber.Jpki.AspNetCore.Agent;

namespace BankPortalTests;

public sealed class LoginTests : CustomerTests
{
    private protected override async Task PrepareAsync()
    {
        await Customer.OpenAccountAsync();
    }

    [Fact]
    public async Task Account_page_shows_the_account_and_the_name_masked()
    {
        Shown account = await Customer.LogInAsync();

        account.Path.ShouldBe("/account");
        account.Text.ShouldContain("0000001");
        account.Text.ShouldContain("はじめてのログイン");
        account.Text.ShouldContain("＊");
        account.Text.ShouldNotContain(Portal.Person().Person.Attributes.Name);
        account.Text.ShouldNotContain(Portal.Person().Person.Attributes.Address);
    }

    [Fact]
    public async Task Next_login_shows_the_one_before()
    {
        await Customer.LogInAsync();
        Portal.Clock.Advance(TimeSpan.FromDays(1));

        (await Customer.LogInAsync()).Text.ShouldContain("令和8年11月10日 10時00分");
    }

    [Fact]
    public async Task Card_without_an_account_is_refused()
    {
        Customer stranger = new(Portal, Portal.Open(), Portal.Person(1));

        Shown refused = await stranger.LogInAsync();

        refused.Path.ShouldBe("/login/refused?reason=CardNotLinked");
        refused.Text.ShouldContain("結び付いた口座がありません");
        (await stranger.Browser.GetAsync("/account")).Location.ShouldNotBeNull();
    }

    [Fact]
    public async Task Held_card_is_refused_and_the_account_stays()
    {
        Portal.Lab.Hold(0);
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Shown refused = await Customer.LogInAsync();

        refused.Path.ShouldBe("/login/refused?reason=Held");
        refused.Text.ShouldContain("口座はそのままです");
        Portal.Get<AccountBook>().All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Silent_responder_lets_nobody_in_and_blames_nobody()
    {
        Portal.Lab.IsResponderDown = true;
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Shown refused = await Customer.LogInAsync();

        refused.Path.ShouldBe("/login/refused?reason=StatusUnreachable");
        refused.Text.ShouldContain("カードや暗証番号に問題があるわけではありません");
    }

    [Fact]
    public async Task Moving_house_leaves_the_login_as_it_is()
    {
        Portal.Lab.MoveHouse(0);
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));

        (await Customer.LogInAsync()).Path.ShouldBe("/account");
    }

    [Theory]
    [InlineData("cancelled", AgentOutcome.Cancelled, "取り消しました")]
    [InlineData("PIN blocked", AgentOutcome.PinBlocked, "暗証番号がロックされています")]
    [InlineData("no card", AgentOutcome.NoCard, "カードが見つかりません")]
    [InlineData("no certificate", AgentOutcome.NoCertificate, "電子証明書がありません")]
    [InlineData("busy", AgentOutcome.Busy, "別の手続きの途中")]
    [InlineData("timed out", AgentOutcome.TimedOut, "時間切れ")]
    [InlineData("failed", AgentOutcome.Failed, "読み取りに失敗")]
    public async Task Agent_that_gives_nothing_is_told(string what, AgentOutcome outcome, string words)
    {
        Shown refused = await Customer.RefuseAsync(await Customer.BeginLoginAsync(), outcome);

        refused.Path.ShouldBe($"/login/refused?reason=Agent{outcome}", what);
        refused.Text.ShouldContain(words);
    }

    [Fact]
    public async Task Busy_agent_is_told_with_the_way_to_its_own_page_and_the_time_to_wait()
    {
        Shown refused = await Customer.RefuseAsync(await Customer.BeginLoginAsync(), AgentOutcome.Busy);

        refused.Text.ShouldContain("カードエージェントの画面で取り消すか、長くて3分待ってから");
        refused.Body.ShouldContain($"<a href=\"{Portal.AgentOrigin}/\">カードエージェントの画面を開く</a>");
        (await Customer.RefuseAsync(await Customer.BeginLoginAsync(), AgentOutcome.Cancelled)).Body.ShouldNotContain(Portal.AgentOrigin);
    }

    [Fact]
    public async Task Answer_is_good_once()
    {
        Shown asked = await Customer.BeginLoginAsync();
        IReadOnlyDictionary<string, string> answer = await Customer.SignAsync(asked);
        await Customer.PostAsync(asked, answer);

        (await Customer.PostAsync(asked, answer)).Location.ShouldStartWith("/login/refused");
    }

    [Fact]
    public async Task Answer_in_another_browser_is_refused()
    {
        Shown asked = await Customer.BeginLoginAsync();
        Customer other = new(Portal, Portal.Open(), Portal.Person());

        (await other.PostAsync(asked, await Customer.SignAsync(asked))).Location.ShouldBe("/login/refused?reason=ChallengeForOtherOrigin");
    }

    [Fact]
    public async Task Answer_from_another_site_is_refused()
    {
        Shown asked = await Customer.BeginLoginAsync();
        Shown refused = await Customer.Browser.PostAsync("/signin-jpki", await Customer.SignAsync(asked), "https://evil.example");

        refused.Location.ShouldBe("/login/refused?reason=ChallengeForOtherOrigin");
    }

    [Fact]
    public async Task Late_answer_is_refused_with_its_words()
    {
        Shown asked = await Customer.BeginLoginAsync();
        IReadOnlyDictionary<string, string> answer = await Customer.SignAsync(asked);
        Portal.Clock.Advance(TimeSpan.FromMinutes(6));

        (await Customer.Browser.FollowAsync(await Customer.PostAsync(asked, answer))).Path.ShouldStartWith("/login/refused?reason=Challenge");
    }

    [Theory]
    [InlineData("another site", "https://evil.example/")]
    [InlineData("another site without scheme", "//evil.example/")]
    [InlineData("another site with backslash", "/\\evil.example/")]
    [InlineData("script", "javascript:alert(1)")]
    [InlineData("line end", "/\r\nSet-Cookie: x=1")]
    public async Task Return_address_outside_of_this_site_is_not_followed(string what, string address)
    {
        Shown page = await Customer.LogInAsync("/login?to=" + Uri.EscapeDataString(address));

        page.Path.ShouldBeOneOf("/account", "/");
        page.Response.RequestMessage!.RequestUri!.Host.ShouldBe("bank.localhost", what);
    }

    [Fact]
    public async Task Guarded_page_is_returned_to_after_login()
    {
        Shown login = await Customer.Browser.VisitAsync("/account");

        login.Path.ShouldContain("/login?to=%2Faccount");
        (await Customer.AnswerAsync(await Customer.Browser.SubmitAsync(login))).Path.ShouldBe("/account");
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("unknown", "Nonsense")]
    [InlineData("a number", "140")]
    [InlineData("the valid one", "None")]
    [InlineData("an agent that gave", "AgentGiven")]
    [InlineData("markup", "<script>alert(1)</script>")]
    public async Task Reason_from_elsewhere_gets_fixed_words(string what, string? reason)
    {
        Shown page = await Customer.Browser.GetAsync($"/login/refused?reason={Uri.EscapeDataString(reason ?? string.Empty)}");

        page.Text.ShouldContain("手続きを続けられません", customMessage: what);
        page.Body.ShouldNotContain("<script");
    }
}
