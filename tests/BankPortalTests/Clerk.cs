namespace BankPortalTests;

/// <summary>A clerk at a browser.</summary>
internal static class Clerk
{
    public static async Task<Browser> StartAsync(Portal portal)
    {
        Browser browser = portal.Open();
        await BeginAsync(browser);
        return browser;
    }

    public static async Task BeginAsync(Browser browser)
    {
        Shown shown = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/clerk/login"), "/clerk/login"));
        shown.Path.ShouldBe("/clerk");
    }
}
