using BrowserTests.Stage;
using Microsoft.Playwright;
using MyNumber.TestKit;

namespace BrowserTests;

/// <summary>The browser's password manager and the PIN, as chrome://password-manager-internals tells what it decides.</summary>
public sealed class PinSavingTests(Theatre theatre) : BrowserTest(theatre)
{
    private const string Offer = "Show password prompt";

    // It offers nothing to browsers that say that a program drives them.
    private static readonly string[] Drivers = ["--enable-automation"];

    [SkippableFact]
    public async Task Browser_offers_to_save_a_password_and_not_the_pin()
    {
        CardProgram card = await Theatre.TakeCardAsync(person: 2);
        using TemporaryFolder profile = new();
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowserContext browser = await playwright.Chromium.LaunchPersistentContextAsync(profile.Path, new()
        {
            ExecutablePath = OutsideProgram.Require("chromium", "chromium").FilePath,
            Headless = true,
            Locale = "ja-JP",
            Args = ["--no-sandbox", "--disable-gpu"],
            IgnoreDefaultArgs = Drivers,
        });
        IPage manager = await browser.NewPageAsync(), page = await browser.NewPageAsync();
        await manager.GotoAsync("chrome://password-manager-internals/");

        await page.GotoAsync(Theatre.Bank + "/login");
        await page.GetByRole(AriaRole.Button, new() { Name = Steps.LogInButton }).ClickAsync();
        await TypeAsync(page, Steps.Pin, card.LoginPin, Steps.Go);
        await page.Locator(Steps.Refused).WaitForAsync(); // this person has no account; the agent took the PIN
        await page.GotoAsync(Theatre.BadSite.UnlistedOrigin + Theatre.BadSite.Lay($"<form method=post action={BadSite.CollectPath}><input type=password name=password><button>go</button></form>"));
        await TypeAsync(page, "input", "a password", "button");
        await page.Locator("#got").WaitForAsync();
        (await Theatre.BadSite.CollectAsync()).Keys.ShouldBe(["password"]); // so that the next test does not find it

        // An offer for the PIN would stand in the log before all that it tells of the other site, so by then it is there.
        await manager.Locator($"xpath=//*[contains(text(), '{Offer}')][preceding::*[contains(text(), '{Theatre.BadSite.UnlistedOrigin}')]]").First.WaitForAsync();
        (await manager.GetByText(Offer).CountAsync()).ShouldBe(1);
    }

    private static async Task TypeAsync(IPage page, string field, string text, string button)
    {
        await page.Locator(field).PressSequentiallyAsync(text);
        await page.Locator(button).ClickAsync();
    }
}
