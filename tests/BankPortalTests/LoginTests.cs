using BankPortal.Accounts;
using MyNumber.Jpki.AspNetCore.Agent;

namespace BankPortalTests;

public sealed class LoginTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Customer _customer = null!;

    public async Task InitializeAsync()
    {
        _portal = await Portal.StartAsync();
        _customer = new Customer(_portal, _portal.Open(), _portal.Person());
        await _customer.OpenAccountAsync();
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Account_page_shows_the_account_and_the_name_masked()
    {
        Shown account = await _customer.LogInAsync();

        account.Path.ShouldBe("/account");
        account.Text.ShouldContain("0000001");
        account.Text.ShouldContain("はじめてのログイン");
        account.Text.ShouldContain("＊");
        account.Text.ShouldNotContain(_portal.Person().Person.Attributes.Name);
        account.Text.ShouldNotContain(_portal.Person().Person.Attributes.Address);
    }

    [Fact]
    public async Task Next_login_shows_the_one_before()
    {
        await _customer.LogInAsync();
        _portal.Clock.Advance(TimeSpan.FromDays(1));

        (await _customer.LogInAsync()).Text.ShouldContain("令和8年11月10日 10時00分");
    }

    [Fact]
    public async Task Card_without_an_account_is_refused()
    {
        Customer stranger = new(_portal, _portal.Open(), _portal.Person(1));

        Shown refused = await stranger.LogInAsync();

        refused.Path.ShouldBe("/login/refused?reason=CardNotLinked");
        refused.Text.ShouldContain("結び付いた口座がありません");
        (await stranger.Browser.GetAsync("/account")).Location.ShouldNotBeNull();
    }

    [Fact]
    public async Task Held_card_is_refused_and_the_account_stays()
    {
        _portal.Lab.Hold(0);
        _portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Shown refused = await _customer.LogInAsync();

        refused.Path.ShouldBe("/login/refused?reason=Held");
        refused.Text.ShouldContain("口座はそのままです");
        _portal.Get<AccountBook>().All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Silent_responder_lets_nobody_in_and_blames_nobody()
    {
        _portal.Lab.IsResponderDown = true;
        _portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Shown refused = await _customer.LogInAsync();

        refused.Path.ShouldBe("/login/refused?reason=StatusUnreachable");
        refused.Text.ShouldContain("カードや暗証番号に問題があるわけではありません");
    }

    [Fact]
    public async Task Moving_house_leaves_the_login_as_it_is()
    {
        _portal.Lab.MoveHouse(0);
        _portal.Clock.Advance(TimeSpan.FromSeconds(1));

        (await _customer.LogInAsync()).Path.ShouldBe("/account");
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
        Shown refused = await _customer.RefuseAsync(await _customer.BeginLoginAsync(), outcome);

        refused.Path.ShouldBe($"/login/refused?reason=Agent{outcome}", what);
        refused.Text.ShouldContain(words);
    }

    [Fact]
    public async Task Busy_agent_is_told_with_the_way_to_its_own_page_and_the_time_to_wait()
    {
        Shown refused = await _customer.RefuseAsync(await _customer.BeginLoginAsync(), AgentOutcome.Busy);

        refused.Text.ShouldContain("カードエージェントの画面で取り消すか、長くて3分待ってから");
        refused.Body.ShouldContain($"<a href=\"{Portal.AgentOrigin}/\">カードエージェントの画面を開く</a>");
        (await _customer.RefuseAsync(await _customer.BeginLoginAsync(), AgentOutcome.Cancelled)).Body.ShouldNotContain(Portal.AgentOrigin);
    }

    [Fact]
    public async Task Answer_is_good_once()
    {
        Shown asked = await _customer.BeginLoginAsync();
        IReadOnlyDictionary<string, string> answer = await _customer.SignAsync(asked);
        await _customer.PostAsync(asked, answer);

        (await _customer.PostAsync(asked, answer)).Location.ShouldStartWith("/login/refused");
    }

    [Fact]
    public async Task Answer_in_another_browser_is_refused()
    {
        Shown asked = await _customer.BeginLoginAsync();
        Customer other = new(_portal, _portal.Open(), _portal.Person());

        (await other.PostAsync(asked, await _customer.SignAsync(asked))).Location.ShouldBe("/login/refused?reason=ChallengeForOtherOrigin");
    }

    [Fact]
    public async Task Answer_from_another_site_is_refused()
    {
        Shown asked = await _customer.BeginLoginAsync();
        Shown refused = await _customer.Browser.PostAsync("/signin-jpki", await _customer.SignAsync(asked), "https://evil.example");

        refused.Location.ShouldBe("/login/refused?reason=ChallengeForOtherOrigin");
    }

    [Fact]
    public async Task Late_answer_is_refused_with_its_words()
    {
        Shown asked = await _customer.BeginLoginAsync();
        IReadOnlyDictionary<string, string> answer = await _customer.SignAsync(asked);
        _portal.Clock.Advance(TimeSpan.FromMinutes(6));

        (await _customer.Browser.FollowAsync(await _customer.PostAsync(asked, answer))).Path.ShouldStartWith("/login/refused?reason=Challenge");
    }

    [Theory]
    [InlineData("another site", "https://evil.example/")]
    [InlineData("another site without scheme", "//evil.example/")]
    [InlineData("another site with backslash", "/\\evil.example/")]
    [InlineData("script", "javascript:alert(1)")]
    [InlineData("line end", "/\r\nSet-Cookie: x=1")]
    public async Task Return_address_outside_of_this_site_is_not_followed(string what, string address)
    {
        Shown page = await _customer.LogInAsync("/login?to=" + Uri.EscapeDataString(address));

        page.Path.ShouldBeOneOf("/account", "/");
        page.Response.RequestMessage!.RequestUri!.Host.ShouldBe("bank.localhost", what);
    }

    [Fact]
    public async Task Guarded_page_is_returned_to_after_login()
    {
        Shown login = await _customer.Browser.VisitAsync("/account");

        login.Path.ShouldContain("/login?to=%2Faccount");
        (await _customer.AnswerAsync(await _customer.Browser.SubmitAsync(login))).Path.ShouldBe("/account");
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
        Shown page = await _customer.Browser.GetAsync($"/login/refused?reason={Uri.EscapeDataString(reason ?? string.Empty)}");

        page.Text.ShouldContain("手続きを続けられません", customMessage: what);
        page.Body.ShouldNotContain("<script");
    }
}
