using BrowserTests.Stage;
using Microsoft.Playwright;

namespace BrowserTests;

/// <summary>Login in the browser, and each way to be refused with the words that a customer reads.</summary>
public sealed class LoginTests(Theatre theatre) : BrowserTest(theatre)
{
    [SkippableFact]
    public async Task Customer_logs_in_sees_the_account_and_logs_out()
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit visit = await Theatre.VisitAsync();
        await visit.AskToLogInAsync();
        (await visit.ReadAsync(Steps.Origin)).ShouldBe(Theatre.Bank);
        await visit.EnterAsync(card.LoginPin);

        await visit.ArriveAsync("/account");
        (await visit.ReadAsync("main")).ShouldContain("普通預金");
        (await visit.Context.CookiesAsync([Theatre.Bank])).ShouldAllBe(cookie => cookie.HttpOnly && cookie.SameSite != SameSiteAttribute.None);

        await visit.PressAsync("ログアウト");
        await visit.ArriveAsync("/login?ended=true");
        await visit.GoAsync("/account");
        visit.Place.ShouldStartWith("/login?");
        visit.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Answer_that_was_used_is_refused_when_it_comes_again()
    {
        await Theatre.NeedAccountAsync();
        await using Visit visit = await Theatre.VisitAsync();
        await visit.LogInToAccountAsync(await Theatre.TakeCardAsync());
        IRequest post = visit.Requests.Last(request => request.Url.EndsWith("/signin-jpki", StringComparison.Ordinal));

        await visit.PostFromAgentAsync(post.Url, Steps.Fields(post));

        (await visit.ReadRefusalAsync()).ShouldContain("この回答はすでに使われたか、無効です");
    }

    [SkippableTheory]
    [InlineData("a phone", 390)]
    [InlineData("a desktop", 1280)]
    public async Task Customer_who_went_back_from_the_agents_page_cancels_there_and_logs_in(string what, int width)
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit visit = await Theatre.VisitAsync(size: new() { Width = width, Height = 844 });
        await visit.AskToLogInAsync();
        await visit.Page.GoBackAsync();
        await visit.GoAsync("/login");
        await visit.PressAsync(Steps.LogInButton);
        (await visit.ReadRefusalAsync()).ShouldContain("長くて3分待ってから", customMessage: what);

        await visit.Page.GetByText("カードエージェントの画面を開く").ClickAsync();
        (await visit.ReadAsync(Steps.Origin)).ShouldBe(Theatre.Bank);
        (await visit.Page.Locator("main").BoundingBoxAsync())!.X.ShouldBeGreaterThanOrEqualTo(16, what);
        await visit.PressAsync("この依頼を取り消す");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "取り消しました" }).WaitForAsync();
        (await card.IsBusyAsync()).ShouldBeFalse();

        await visit.LogInToAccountAsync(card);
        visit.Complaints.ShouldBeEmpty(what);
    }

    [SkippableFact]
    public async Task Held_certificate_is_refused_and_the_holder_is_told_where_to_go()
    {
        CardProgram card = await Theatre.TakeCardAsync(person: 1);
        await using Visit visit = await Theatre.VisitAsync();
        await visit.GoAsync("/lab");
        await visit.Page.Locator("tbody tr").Nth(1).GetByRole(AriaRole.Button, new() { Name = "一時保留にする" }).ClickAsync();
        await visit.Page.Locator("tbody tr").Nth(1).GetByText("一時保留", new() { Exact = true }).First.WaitForAsync();

        await visit.LogInAsync(card);

        string refusal = await visit.ReadRefusalAsync();
        refusal.ShouldContain("電子証明書が一時保留中です");
        refusal.ShouldContain("市区町村");
    }

    [SkippableFact]
    public async Task Silent_responder_lets_nobody_in_and_blames_nobody()
    {
        CardProgram card = await Theatre.TakeCardAsync(person: 2);
        await using Visit visit = await Theatre.VisitAsync();
        await visit.GoAsync("/lab");
        await visit.PressAsync("止める");
        await visit.Page.GetByText("止まっています").WaitForAsync();
        try
        {
            await visit.LogInAsync(card);
            string refusal = await visit.ReadRefusalAsync();
            refusal.ShouldContain("ただいま電子証明書の有効性を確認できません");
            refusal.ShouldContain("カードや暗証番号に問題があるわけではありません");
        }
        finally
        {
            await visit.GoAsync("/lab");
            await visit.PressAsync("動かす");
            await visit.Page.GetByText("動いています").WaitForAsync();
        }

        await visit.LogInAsync(card);
        (await visit.ReadRefusalAsync()).ShouldContain("このカードと結び付いた口座がありません");
    }

    [SkippableFact]
    public async Task Cancelled_pin_page_leads_back_to_the_bank_which_says_so()
    {
        await Theatre.TakeCardAsync();
        await using Visit visit = await Theatre.VisitAsync();
        await visit.AskToLogInAsync();
        await visit.Page.Locator(Steps.Cancel).ClickAsync();

        (await visit.ReadRefusalAsync()).ShouldContain("カードエージェントの画面で取り消されました");
        await visit.GoAsync("/account");
        visit.Place.ShouldStartWith("/login?");
    }

    [SkippableFact]
    public async Task Wrong_pins_show_the_tries_left_guard_the_last_one_and_end_at_the_bank()
    {
        CardProgram card = await Theatre.TakeCardAsync(person: 2, isFresh: true);
        string wrong = card.LoginPin == "0000" ? "0001" : "0000";
        await using Visit visit = await Theatre.VisitAsync();
        await visit.AskToLogInAsync();
        await visit.EnterAsync(wrong);
        (await visit.ReadAsync(Steps.Alert)).ShouldBe("暗証番号が違います。残り2回");
        await visit.EnterAsync(wrong);
        string refusal = await visit.ReadRefusalAsync();
        refusal.ShouldContain("暗証番号を二度間違えたため、ロックされる前に手続きを終えました");
        refusal.ShouldNotContain("取り消");
        await visit.AskToLogInAsync();
        (await visit.ReadAsync("#tries")).ShouldContain("最後の1回です");
        await visit.Page.Locator("#last-try").CheckAsync();
        await visit.EnterAsync(wrong);

        (await visit.ReadRefusalAsync()).ShouldContain("暗証番号がロックされています");
        await Theatre.TakeCardAsync(isFresh: true);
    }
}
