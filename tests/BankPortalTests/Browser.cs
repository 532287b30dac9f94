using Microsoft.AspNetCore.TestHost;
using Microsoft.Net.Http.Headers;

namespace BankPortalTests;

/// <summary>A browser without JavaScript: cookies, forms, origins, and a click where a redirection goes.</summary>
internal sealed class Browser(TestServer server, string? address = null) : IDisposable
{
    private readonly HttpClient _http = new(server.CreateHandler()) { BaseAddress = new Uri(Portal.Origin) };

    public CookieJar Cookies { get; } = new();

    /// <summary>Every address that was asked for or sent to.</summary>
    public List<string> Addresses { get; } = [];

    /// <summary>Every cookie that was ever set, name and value.</summary>
    public List<(string Name, string Value)> Planted { get; } = [];

    public Task<Shown> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null, "none", "document");

    /// <summary>Goes to an address, and on to where it sends.</summary>
    public async Task<Shown> VisitAsync(string path) => await FollowAsync(await GetAsync(path));

    public async Task<Shown> FollowAsync(Shown shown)
    {
        while (shown.Location is { } next)
        {
            shown = await GetAsync(next);
        }

        return shown;
    }

    /// <summary>Fills a form of the page in and posts it.</summary>
    public Task<Shown> SubmitAsync(Shown page, string? actionHas = null, params (string Name, string Value)[] fields)
    {
        HtmlForm form = page.Form(actionHas);
        Dictionary<string, string> all = new(form.Fields);
        foreach ((string name, string value) in fields)
        {
            all[name] = value;
        }

        return PostAsync(form.Action, all);
    }

    public Task<Shown> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string origin = Portal.Origin) =>
        PostAsync(path, fields, origin, origin == Portal.Origin ? "same-origin" : "cross-site", "document");

    /// <summary>Posts with what a browser says of the sender's site and of what it does with the answer; an empty text says nothing.</summary>
    public Task<Shown> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string origin, string site, string destination) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields), origin, site, destination);

    /// <summary>Looks at an address as a picture of another site's page.</summary>
    public Task<Shown> EmbedAsync(string path) => SendAsync(HttpMethod.Get, path, null, null, "cross-site", "image");

    public void Dispose() => _http.Dispose();

    private async Task<Shown> SendAsync(HttpMethod method, string path, HttpContent? content, string? origin, string site, string destination)
    {
        Addresses.Add(path);
        using HttpRequestMessage request = new(method, path) { Content = content };
        string local = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.AbsolutePath : path.Split('?')[0];
        if (Cookies.HeaderFor(local, !string.IsNullOrEmpty(origin) && origin != Portal.Origin) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        foreach ((string name, string? value) in new[]
        {
            ("Origin", origin), (ClientAddresses.Header, address), ("Sec-Fetch-Site", site), ("Sec-Fetch-Dest", destination), ("Accept-Language", "ja"),
        })
        {
            if (!string.IsNullOrEmpty(value))
            {
                request.Headers.Add(name, value);
            }
        }

        HttpResponseMessage response = await _http.SendAsync(request);
        string[] set = response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? lines) ? [.. lines] : [];
        Cookies.Take(set);
        Planted.AddRange(set.Select(line => SetCookieHeaderValue.Parse(line)).Select(cookie => (cookie.Name.ToString(), cookie.Value.ToString())));
        string? next = response.Headers.Location?.OriginalString;
        if (next is not null)
        {
            Addresses.Add(next);
        }

        return new Shown(path, response.StatusCode, await response.Content.ReadAsStringAsync(), next, response);
    }
}
