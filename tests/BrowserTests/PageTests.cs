using System.Text.Json;
using BrowserTests.Stage;
using Microsoft.Playwright;
using MyNumber.TestKit;

namespace BrowserTests;

/// <summary>Every page on a phone and on a desktop: language, title, labels, targets that a finger hits, nothing that sticks out, no complaint of the browser.</summary>
/// <remarks>With <c>MYNUMBER_PICTURES</c> naming a folder, pictures of the pages go there for somebody to look at.</remarks>
public sealed class PageTests(Theatre theatre) : BrowserTest(theatre)
{
    private const string FolderVariable = "MYNUMBER_PICTURES";

    private const string Unlabelled = """
        [...document.querySelectorAll('input:not([type=hidden]),select,textarea')].filter(one => !one.labels.length && !one.ariaLabel).map(one => one.outerHTML)
        """;

    private const string Small = """
        [...document.querySelectorAll('button,input:not([type=hidden]),.button,nav a')]
            .map(one => one.labels?.length && one.matches('[type=radio],[type=checkbox]') ? one.labels[0] : one)
            .filter(one => { const box = one.getBoundingClientRect(); return box.width > 0 && (box.width < 24 || box.height < 40); })
            .map(one => one.outerHTML)
        """;

    [SkippableTheory]
    [InlineData("a phone", 390)]
    [InlineData("a desktop", 1280)]
    public async Task Every_page_of_a_customer_is_in_order(string what, int width)
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit visit = await Theatre.VisitAsync(size: SizeOf(width));
        await LookAtAsync(visit, ("/", "top"), ("/login", "login"), ("/login/refused?reason=Held", "refused"), ("/open", "open"), ("/open/refused?reason=Held", "open-refused"), ("/error", "error"), ("/status/429", "status"));

        await visit.ReadCardAsync(card);
        await LookAsync(visit, "form");
        await visit.FillFormAsync();
        await LookAsync(visit, "paper");
        await visit.PressAsync("署名して申し込む");
        await visit.Page.Locator(Steps.Pin).WaitForAsync();
        await LookAsync(visit, "agent-application");
        await visit.EnterAsync(card.SignaturePin);
        await visit.ArriveAsync("/open/done");
        await LookAsync(visit, "done");

        await visit.AskToLogInAsync();
        await LookAsync(visit, "agent-login");
        await visit.EnterAsync(card.LoginPin);
        await visit.ArriveAsync("/account");
        await LookAsync(visit, "account");
        visit.Complaints.ShouldBeEmpty(what);
    }

    [SkippableTheory]
    [InlineData("a phone", 390)]
    [InlineData("a desktop", 1280)]
    public async Task Every_page_of_a_clerk_is_in_order(string what, int width)
    {
        await Theatre.NeedAccountAsync();
        await using Visit visit = await Theatre.VisitAsync(size: SizeOf(width));
        await LookAtAsync(visit, ("/clerk/login", "clerk-login"), ("/lab", "lab"));
        await visit.GoAsync("/clerk");
        await visit.PressAsync("始める");
        await visit.ArriveAsync("/clerk");
        await LookAsync(visit, "clerk");
        await visit.Page.Locator("tbody a").First.ClickAsync();
        await visit.Page.Locator(".evidence").WaitForAsync();
        await LookAsync(visit, "clerk-application");
        await visit.GoAsync("/clerk/status");
        await visit.Page.Locator("main form button").ClickAsync();
        await visit.Page.Locator(".rows").WaitForAsync();
        await LookAsync(visit, "clerk-status");
        visit.Complaints.ShouldBeEmpty(what);
    }

    [SkippableTheory]
    [InlineData("a phone", 390)]
    [InlineData("a desktop", 1280)]
    public async Task Form_with_faults_names_each_at_its_field(string what, int width)
    {
        await using Visit visit = await Theatre.VisitAsync(size: SizeOf(width));
        await visit.GoAsync("/open");
        await visit.PressAsync("手で入力する");
        await visit.PressAsync("内容を確かめる");

        await visit.Page.Locator(Steps.Alert).WaitForAsync();
        (await visit.Page.Locator(".errors a").CountAsync()).ShouldBe(8, what);
        (await visit.Page.Locator("[aria-invalid=true]").CountAsync()).ShouldBe(4);
        await LookAsync(visit, "form-faults");
    }

    private static ViewportSize SizeOf(int width) => new() { Width = width, Height = 844 };

    private static async Task LookAtAsync(Visit visit, params (string Path, string Name)[] pages)
    {
        foreach ((string path, string name) in pages)
        {
            await visit.GoAsync(path);
            await LookAsync(visit, name);
        }
    }

    private static async Task LookAsync(Visit visit, string name)
    {
        int width = visit.Page.ViewportSize!.Width;
        string place = $"{name} at {width}";
        (await visit.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("ja", place);
        (await visit.Page.TitleAsync()).ShouldNotBeNullOrWhiteSpace(place);
        (await visit.Page.Locator("h1").CountAsync()).ShouldBe(1, place);
        (await EvaluateAsync(visit, Unlabelled)).ShouldBeEmpty(place);
        (await EvaluateAsync(visit, Small)).ShouldBeEmpty(place);
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, place);
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(SourceTree.Root, folder, $"{name}-{width}.png"), FullPage = true });
        }
    }

    private static async Task<string[]> EvaluateAsync(Visit visit, string script) =>
        [.. (await visit.Page.EvaluateAsync<JsonElement>(script)).EnumerateArray().Select(one => one.GetString()!)];
}
