using Microsoft.Playwright;
using MyNumber.TestKit;

namespace BrowserTests.Stage;

/// <summary>The bank, the card agent, an attacker's site and one browser, for the whole suite.</summary>
public sealed class Theatre : IAsyncLifetime
{
    /// <summary>The person who has an account.</summary>
    internal const int Customer = 0;

    private const float Patience = 60_000; // milliseconds; for a machine that does other work too

    private static readonly string[] BrowserArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly int _agentPort = FreePort.Find();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private ServerProgram? _portal;
    private CardProgram? _card;
    private BadSite? _badSite;
    private bool _hasAccount;

    /// <summary>The bank as the browser sees it; a site other than the agent's 127.0.0.1.</summary>
    internal string Bank { get; private set; } = string.Empty;

    internal string AgentOrigin => $"http://127.0.0.1:{_agentPort}";

    internal BadSite BadSite => _badSite!;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Starts what is not started yet. Without Chromium the test is skipped with the reason; with <c>CI=true</c> it fails.</summary>
    internal async Task OpenAsync()
    {
        string chromium = OutsideProgram.Require("chromium", "chromium").FilePath;
        if (_browser is not null)
        {
            return;
        }

        _badSite ??= await BadSite.StartAsync();
        if (_portal is null)
        {
            _portal = ServerProgram.Start("BankPortal", "--port", "0", "--agent", AgentOrigin + "/ask");
            Bank = await _portal.ReadLineAsync();
        }

        _playwright ??= await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Headless = true, Args = BrowserArguments });
    }

    /// <summary>Puts a person's card into the agent. A program that another test left waiting is started anew, and so is one whose card must be fresh.</summary>
    internal async Task<CardProgram> TakeCardAsync(int person = Customer, bool isFresh = false)
    {
        if (_card is not null && (isFresh || _card.Person != person || await _card.IsBusyAsync()))
        {
            await _card.DisposeAsync();
            _card = null;
        }

        return _card ??= await CardProgram.StartAsync(_agentPort, person, Bank, BadSite.ListedOrigin);
    }

    /// <summary>A browser that has never been anywhere.</summary>
    internal async Task<Visit> VisitAsync(bool hasScript = true, ViewportSize? size = null)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new()
        {
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            JavaScriptEnabled = hasScript,
            ViewportSize = size ?? new() { Width = 1280, Height = 900 },
        });
        context.SetDefaultTimeout(Patience);
        return new Visit(this, context, await context.NewPageAsync());
    }

    /// <summary>Sees to it that the customer has an account; the first test that needs one opens it.</summary>
    internal async Task NeedAccountAsync()
    {
        if (_hasAccount)
        {
            return;
        }

        await using Visit visit = await VisitAsync();
        await visit.OpenAccountAsync(await TakeCardAsync());
        _hasAccount = true;
    }

    /// <summary>What the programs wrote to standard error, for a message.</summary>
    internal string Complaints => $"bank: {_portal?.Complaints}\nagent: {_card?.Complaints}";

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        foreach (IAsyncDisposable? program in new IAsyncDisposable?[] { _card, _portal, _badSite })
        {
            if (program is not null)
            {
                await program.DisposeAsync();
            }
        }
    }
}
