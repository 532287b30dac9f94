using BrowserTests.Stage;
using Microsoft.Playwright;

namespace BrowserTests;

/// <summary>Login without a script and by the keyboard alone.</summary>
public sealed class AccessTests(Theatre theatre) : BrowserTest(theatre)
{
    [SkippableFact]
    public async Task Login_goes_without_script_by_buttons()
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit visit = await Theatre.VisitAsync(hasScript: false);
        await visit.GoAsync("/login");
        await visit.PressAsync(Steps.LogInButton);
        await visit.PressAsync("進む");
        await visit.EnterAsync(card.LoginPin);
        await visit.PressAsync("進む");

        await visit.ArriveAsync("/account");
    }

    [SkippableFact]
    public async Task Login_goes_by_the_keyboard_alone()
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit visit = await Theatre.VisitAsync();
        await visit.GoAsync("/");
        await TabToAsync(visit, "a.button[href='/login']");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArriveAsync("/login");
        await TabToAsync(visit, "main form button");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(Steps.Pin).WaitForAsync();
        await TabToAsync(visit, Steps.Pin);
        await visit.Page.Keyboard.TypeAsync(card.LoginPin);
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.ArriveAsync("/account");
    }

    private static async Task TabToAsync(Visit visit, string selector)
    {
        const int most = 30;
        ILocator wanted = visit.Page.Locator(selector);
        for (int pressed = 0; pressed < most; pressed++)
        {
            if (await wanted.EvaluateAsync<bool>("one => one === document.activeElement"))
            {
                return;
            }

            await visit.Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{selector} is not reached by the keyboard.");
    }
}
