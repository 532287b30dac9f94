using BrowserTests.Stage;

namespace BrowserTests;

/// <summary>口座開設 in the browser.</summary>
public sealed class OpeningTests(Theatre theatre) : BrowserTest(theatre)
{
    [SkippableFact]
    public async Task Account_is_opened_with_the_card_and_the_clerk_sees_the_evidence()
    {
        CardProgram card = await Theatre.TakeCardAsync(person: 3);
        await using Visit visit = await Theatre.VisitAsync();
        await visit.ReadCardAsync(card);
        string name = await visit.Page.GetByLabel("氏名", new() { Exact = true }).InputValueAsync();
        name.ShouldNotBeEmpty();
        (await visit.Page.GetByLabel("住所", new() { Exact = true }).InputValueAsync()).ShouldNotBeEmpty();
        (await visit.Page.GetByLabel("生年月日").InputValueAsync()).Length.ShouldBe("2000-01-01".Length);

        await visit.FillFormAsync();
        string paper = await visit.ReadAsync(".paper");
        await visit.PressAsync("署名して申し込む");
        (await visit.ReadAsync(Steps.Origin)).ShouldBe(Theatre.Bank);
        (await visit.ReadAsync(".text")).Trim().ShouldBe(paper.Trim());
        await visit.EnterAsync(card.SignaturePin);

        await visit.ArriveAsync("/open/done");
        (await visit.ReadAsync("h1")).ShouldBe("口座が開設されました");
        (await visit.Page.Locator(".tag.good").CountAsync()).ShouldBe(4, "氏名・住所・生年月日・性別");
        visit.Complaints.ShouldBeEmpty();
        await SeeAsClerkAsync(name);
    }

    [SkippableFact]
    public async Task Cancelled_signature_keeps_the_application_and_says_so()
    {
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit visit = await Theatre.VisitAsync();
        await visit.ReadCardAsync(card);
        await visit.FillFormAsync();
        await visit.PressAsync("署名して申し込む");
        await visit.Page.Locator(Steps.Cancel).ClickAsync();

        (await visit.ReadRefusalAsync()).ShouldContain("取り消された");
        await visit.Page.GetByText("申込みの内容に戻る").ClickAsync();
        await visit.ArriveAsync("/open/confirm");
    }

    private async Task SeeAsClerkAsync(string name)
    {
        await using Visit clerk = await Theatre.VisitAsync();
        await clerk.GoAsync("/clerk");
        await clerk.PressAsync("始める");
        await clerk.Page.Locator("tbody a").First.ClickAsync();
        (await clerk.ReadAsync("section[aria-labelledby=form]")).ShouldContain(name);
        (await clerk.ReadAsync("section[aria-labelledby=evidence]")).ShouldContain("応答そのものを保存済み");

        await clerk.GoAsync("/clerk/status");
        await clerk.Page.Locator("main form button").ClickAsync();
        (await clerk.ReadAsync(".rows")).ShouldContain("現況確認");
        clerk.Complaints.ShouldBeEmpty();
    }
}
