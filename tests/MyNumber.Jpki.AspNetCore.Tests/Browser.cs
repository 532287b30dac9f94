using System.Net;
using Microsoft.AspNetCore.TestHost;

namespace MyNumber.Jpki.AspNetCore.Tests;

/// <summary>A browser: it keeps cookies, says where a form comes from, and follows no redirection by itself.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(TestServer server)
    {
        _http = new HttpClient(new CookieHandler(server.CreateHandler(), Cookies)) { BaseAddress = new Uri(WebBank.Origin) };
        _http.DefaultRequestHeaders.Add("Accept-Language", "ja,en;q=0.8");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Asks for pages as browsers do, in a language; without this call nothing is said of what is accepted.</summary>
    public void AcceptPages(string language)
    {
        _http.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8");
        _http.DefaultRequestHeaders.Remove("Accept-Language");
        _http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    /// <summary>Goes to a page because of a page of some site: Sec-Fetch-Site says of which, <c>none</c> of an address that was typed.</summary>
    public async Task<HttpResponseMessage> ComeAsync(string path, string site)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { { "Sec-Fetch-Dest", "document" }, { "Sec-Fetch-Site", site } } };
        return await _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? destination = "document") => SendAsync(HttpMethod.Get, path, null, [], destination);

    /// <summary>Posts a form; the agent's page did it unless another origin is told.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? origin = WebBank.AgentOrigin, string? destination = "document") =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields), origin is null ? [] : [origin], destination);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, string[] origins, string? destination)
    {
        using HttpRequestMessage request = new(method, path) { Content = body };
        foreach (string origin in origins)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        if (destination is not null)
        {
            request.Headers.Add("Sec-Fetch-Dest", destination);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Sends what a program sends, which tells no destination: this method, and what it accepts.</summary>
    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, string? accept)
    {
        using HttpRequestMessage request = new(method, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Another browser with the same cookies, as somebody has who copied them.</summary>
    public void CopyCookiesTo(Browser other) => other.Cookies.Add(Cookies.GetAllCookies());

    /// <summary>Puts the cookies into another browser as a host beside the site can: for the domain, and so not under a name with the prefix that browsers keep for the site's own host.</summary>
    /// <returns>How many.</returns>
    public int PlantCookiesIn(Browser other)
    {
        foreach (Cookie cookie in Cookies.GetAllCookies())
        {
            other.Cookies.Add(new Cookie(cookie.Name.Replace("__Host-", string.Empty, StringComparison.Ordinal), cookie.Value, "/", cookie.Domain));
        }

        return other.Cookies.Count;
    }

    public void Dispose() => _http.Dispose();

    private sealed class CookieHandler(HttpMessageHandler inner, CookieContainer cookies) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string kept;
            lock (cookies)
            {
                kept = cookies.GetCookieHeader(request.RequestUri!);
            }

            if (kept.Length != 0)
            {
                request.Headers.Add("Cookie", kept);
            }

            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            foreach (string cookie in response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? set : [])
            {
                lock (cookies)
                {
                    cookies.SetCookies(request.RequestUri!, cookie);
                }
            }

            return response;
        }
    }
}
