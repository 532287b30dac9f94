using BrowserTests.Stage;
using Microsoft.Playwright;

namespace BrowserTests;

/// <summary>A site that stands between the bank and the holder.</summary>
public sealed class PhishingTests(Theatre theatre) : BrowserTest(theatre)
{
    [SkippableFact]
    public async Task Site_that_nobody_allowed_is_refused_by_the_agent_which_names_it()
    {
        await Theatre.TakeCardAsync();
        await using Visit attacker = await Theatre.VisitAsync(hasScript: false);
        await using Visit victim = await Theatre.VisitAsync();

        await victim.LureAsync(BadSite.Form(AskAddress, await attacker.TakeRequestAsync()));

        (await victim.ReadAsync(Steps.Alert)).ShouldContain("許可されたサイトの一覧 (--allow) にありません");
        (await victim.ReadAsync(Steps.Origin)).ShouldBe(Theatre.BadSite.UnlistedOrigin);
        (await victim.Page.Locator(Steps.Pin).CountAsync()).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Listed_site_that_relays_the_banks_request_is_shown_by_its_own_name_and_gets_nothing_that_the_bank_takes()
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit attacker = await Theatre.VisitAsync(hasScript: false);
        Dictionary<string, string> request = await attacker.TakeRequestAsync();
        string callback = request["return"];
        request["return"] = Theatre.BadSite.ListedOrigin + BadSite.CollectPath;
        await using Visit victim = await Theatre.VisitAsync();

        await victim.LureAsync(BadSite.Form(AskAddress, request), isListed: true);
        (await victim.ReadAsync(Steps.Origin)).ShouldBe(Theatre.BadSite.ListedOrigin);
        await victim.EnterAsync(card.LoginPin);
        Dictionary<string, string> answer = await Theatre.BadSite.CollectAsync();
        answer["outcome"].ShouldBe("given");

        // The attacker's own program names any origin, and it has the cookie that goes with the request.
        IAPIResponse sent = await attacker.Context.APIRequest.PostAsync(callback, new()
        {
            Form = Form(attacker, answer),
            Headers = [new("Origin", Theatre.AgentOrigin)],
            MaxRedirects = 0,
        });
        sent.Headers["location"].ShouldBe("/login/refused?reason=SignatureInvalid");
        await attacker.GoAsync("/account");
        attacker.Place.ShouldStartWith("/login?");
    }

    [SkippableFact]
    public async Task Listed_site_cannot_have_the_answer_sent_to_the_bank_in_the_holders_browser()
    {
        await Theatre.TakeCardAsync();
        await using Visit attacker = await Theatre.VisitAsync(hasScript: false);
        await using Visit victim = await Theatre.VisitAsync();

        await victim.LureAsync(BadSite.Form(AskAddress, await attacker.TakeRequestAsync()), isListed: true);

        (await victim.ReadAsync(Steps.Alert)).ShouldContain("答えの送り先が、依頼した次のサイトの外にあります");
        (await victim.Page.Locator(Steps.Pin).CountAsync()).ShouldBe(0);
    }

    [SkippableTheory]
    [InlineData("an answer from the attacker's page", false)]
    [InlineData("an answer from a page without an origin", true)]
    public async Task Bank_takes_no_answer_from_another_sites_page(string what, bool isOpaque)
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit victim = await Theatre.VisitAsync();
        Dictionary<string, string> answer = await victim.WithholdAnswerAsync(card);
        string form = BadSite.Form(Theatre.Bank + "/signin-jpki", answer, isOpaque ? "_top" : "_self");

        await victim.LureAsync(isOpaque ? Pages.Sandbox(form) : form);

        (await victim.ReadRefusalAsync()).ShouldContain("この画面から始めた手続きではありません", customMessage: what);
        await victim.GoAsync("/account");
        victim.Place.ShouldStartWith("/login?");
    }

    [SkippableFact]
    public async Task Agent_refuses_a_page_without_an_origin()
    {
        await Theatre.TakeCardAsync();
        await using Visit attacker = await Theatre.VisitAsync(hasScript: false);
        await using Visit victim = await Theatre.VisitAsync();

        await victim.LureAsync(Pages.Sandbox(BadSite.Form(AskAddress, await attacker.TakeRequestAsync(), "_top")), isListed: true);

        (await victim.ReadAsync(Steps.Alert)).ShouldContain("どのサイトの依頼か、ブラウザーが伝えていません");
    }

    private string AskAddress => Theatre.AgentOrigin + "/ask";

    private static IFormData Form(Visit visit, Dictionary<string, string> fields)
    {
        IFormData form = visit.Context.APIRequest.CreateFormData();
        foreach ((string name, string value) in fields)
        {
            form.Set(name, value);
        }

        return form;
    }
}
