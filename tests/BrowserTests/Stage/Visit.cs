using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BrowserTests.Stage;

/// <summary>One person's browser: its own cookies, one page, and a record of all that went out and all that the browser complained of.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly Theatre _theatre;
    private readonly ConcurrentQueue<IRequest> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    public Visit(Theatre theatre, IBrowserContext context, IPage page)
    {
        _theatre = theatre;
        Context = context;
        Page = page;
        context.Request += (_, request) => _requests.Enqueue(request);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{message.Page?.Url}: {message.Text}");
            }
        };
        context.WebError += (_, error) => _complaints.Enqueue(error.Error);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public string Bank => _theatre.Bank;

    public BadSite BadSite => _theatre.BadSite;

    public string AgentOrigin => _theatre.AgentOrigin;

    /// <summary>Every request of this browser, in order.</summary>
    public IReadOnlyCollection<IRequest> Requests => _requests;

    /// <summary>Errors of the console, among them violations of a content security policy.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Where the page is, without the origin when that is the bank's.</summary>
    public string Place => Page.Url.StartsWith(Bank + "/", StringComparison.Ordinal) ? Page.Url[Bank.Length..] : Page.Url;

    public Task GoAsync(string path) => Page.GotoAsync(path.StartsWith('/') ? Bank + path : path);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>The text of an element, once it is there.</summary>
    public async Task<string> ReadAsync(string selector) => await Page.Locator(selector).First.InnerTextAsync();

    /// <summary>Waits until the browser is at a place of the bank.</summary>
    public async Task ArriveAsync(string path)
    {
        try
        {
            await Page.WaitForURLAsync(Bank + path);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Not at {path} but at {Place}: {await Page.InnerTextAsync("body")}\n{_theatre.Complaints}");
        }
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
