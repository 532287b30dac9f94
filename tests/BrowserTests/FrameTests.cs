using BrowserTests.Stage;
using Microsoft.Playwright;

namespace BrowserTests;

/// <summary>Clickjacking: nobody shows the agent's page or the bank's inside a page of his own.</summary>
public sealed class FrameTests(Theatre theatre) : BrowserTest(theatre)
{
    [SkippableTheory]
    [InlineData("the agent's own page", true, "/")]
    [InlineData("the bank's login", false, "/login")]
    [InlineData("the bank's application", false, "/open")]
    public async Task Page_in_a_frame_stays_blank(string what, bool isAgent, string path)
    {
        await Theatre.TakeCardAsync();
        await using Visit victim = await Theatre.VisitAsync();
        string address = (isAgent ? Theatre.AgentOrigin : Theatre.Bank) + path;

        await FailAsync(victim, address, Pages.Frame(address));

        await IsBlankAsync(victim, what);
    }

    [SkippableFact]
    public async Task Request_that_is_sent_into_a_frame_asks_for_no_pin()
    {
        await Theatre.TakeCardAsync();
        await using Visit attacker = await Theatre.VisitAsync(hasScript: false);
        await using Visit victim = await Theatre.VisitAsync();
        Dictionary<string, string> request = await attacker.TakeRequestAsync();
        request["return"] = Theatre.BadSite.ListedOrigin + BadSite.CollectPath;
        string address = Theatre.AgentOrigin + "/ask";

        await FailAsync(victim, address, Pages.FrameOf(BadSite.Form(address, request, "inner")));

        await IsBlankAsync(victim, "the agent's page for a PIN");
        (await (await Theatre.TakeCardAsync()).IsBusyAsync()).ShouldBeFalse();
    }

    // The response comes and the browser throws it away.
    private static async Task FailAsync(Visit victim, string address, string page)
    {
        TaskCompletionSource failed = new();
        victim.Page.RequestFailed += (_, request) =>
        {
            if (request.Url == address)
            {
                failed.TrySetResult();
            }
        };
        await victim.LureAsync(page, isListed: true);
        await failed.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task IsBlankAsync(Visit victim, string what)
    {
        IFrame inner = victim.Page.Frame("inner").ShouldNotBeNull();
        await inner.WaitForURLAsync(url => url.StartsWith("chrome-error:", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit }); // a little after the failure is told
        (await inner.Locator("form, input").CountAsync()).ShouldBe(0, what);
    }
}
