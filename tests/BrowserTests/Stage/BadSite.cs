using System.Collections.Concurrent;
using System.Net;
using System.Text.Encodings.Web;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BrowserTests.Stage;

/// <summary>An attacker's site: serves the pages that a test lays out, and keeps what is posted to it.</summary>
internal sealed class BadSite : IAsyncDisposable
{
    /// <summary>Where it has answers sent to.</summary>
    public const string CollectPath = "/collect";

    private readonly WebApplication _site;
    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly Channel<Dictionary<string, string>> _collected = Channel.CreateUnbounded<Dictionary<string, string>>();

    private BadSite(WebApplication site) => _site = site;

    /// <summary>The name under which the card agent allows it: a site that the holder trusted once.</summary>
    public string ListedOrigin { get; private set; } = string.Empty;

    /// <summary>The name under which nobody allows it.</summary>
    public string UnlistedOrigin { get; private set; } = string.Empty;

    public static async Task<BadSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        BadSite site = new(builder.Build());
        site._site.Run(site.HandleAsync);
        await site._site.StartAsync();
        int port = new Uri(site._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        site.ListedOrigin = $"http://127.0.0.1:{port}";
        site.UnlistedOrigin = $"http://evil.localhost:{port}";
        return site;
    }

    /// <summary>A page that sends a form as soon as it is shown.</summary>
    public static string Form(string action, IEnumerable<KeyValuePair<string, string>> fields, string target = "_self")
    {
        string inputs = string.Concat(fields.Select(field => $"<input type=hidden name=\"{Encode(field.Key)}\" value=\"{Encode(field.Value)}\">"));
        return $"<!doctype html><meta charset=utf-8><title>bad</title><form method=post action=\"{Encode(action)}\" target={target}>{inputs}</form><script>document.forms[0].submit()</script>";
    }

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>Lays out a page; gives its path.</summary>
    public string Lay(string html)
    {
        string path = $"/page/{_pages.Count}";
        _pages[path] = html;
        return path;
    }

    /// <summary>The next form that was posted to it.</summary>
    public async Task<Dictionary<string, string>> CollectAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
        return await _collected.Reader.ReadAsync(limit.Token);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        if (HttpMethods.IsPost(context.Request.Method))
        {
            IFormCollection form = await context.Request.ReadFormAsync();
            await _collected.Writer.WriteAsync(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
        }

        bool isLaid = _pages.TryGetValue(context.Request.Path, out string? page);
        context.Response.StatusCode = isLaid || context.Request.Path == CollectPath ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        await context.Response.WriteAsync(page ?? "<!doctype html><title>bad</title><p id=got>got</p>");
    }
}
