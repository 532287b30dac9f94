using Microsoft.AspNetCore.TestHost;

namespace BankPortalTests;

/// <summary>A browser without JavaScript: cookies, forms, origins, and a click where a redirection goes.</summary>
internal sealed class Browser(TestServer server, string? address = null) : IDisposable
{
    private readonly HttpClient _http = new(server.CreateHandler()) { BaseAddress = new Uri(Portal.Origin) };

    public CookieJar Cookies { get; } = new();

    public Task<Shown> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

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
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields), origin);

    public void Dispose() => _http.Dispose();

    private async Task<Shown> SendAsync(HttpMethod method, string path, HttpContent? content, string? origin)
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        string local = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.AbsolutePath : path.Split('?')[0];
        if (Cookies.HeaderFor(local, origin is not null && origin != Portal.Origin) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (address is not null)
        {
            request.Headers.Add(ClientAddresses.Header, address);
        }

        request.Headers.Add("Sec-Fetch-Dest", "document");
        request.Headers.Add("Accept-Language", "ja");
        HttpResponseMessage response = await _http.SendAsync(request);
        Cookies.Take(response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? set : []);
        return new Shown(path, response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString, response);
    }
}
