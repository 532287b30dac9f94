using BankPortalTests;

namespace MyNumber.PackageTests;

/// <summary>A browser without JavaScript that goes from site to site: forms, each site's cookies, the Origin header, and a click where a redirection goes.</summary>
internal sealed class FormBrowser : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly Dictionary<string, CookieJar> _cookies = new(StringComparer.Ordinal);

    public Task<Shown> GoAsync(Uri address) => SendAsync(HttpMethod.Get, address, null, null);

    /// <summary>Fills the first form of the page in, posts it and follows.</summary>
    public Task<Shown> SubmitAsync(Shown page, params (string Name, string Value)[] fields)
    {
        HtmlForm form = page.Forms[0];
        Dictionary<string, string> all = new(form.Fields);
        foreach ((string name, string value) in fields)
        {
            all[name] = value;
        }

        return SendAsync(HttpMethod.Post, new Uri(new Uri(page.Path), form.Action), new FormUrlEncodedContent(all), Origin(new Uri(page.Path)));
    }

    public void Dispose() => _http.Dispose();

    private async Task<Shown> SendAsync(HttpMethod method, Uri address, HttpContent? content, string? origin)
    {
        using HttpRequestMessage request = new(method, address) { Content = content };
        CookieJar cookies = _cookies.TryGetValue(Origin(address), out CookieJar? jar) ? jar : _cookies[Origin(address)] = new CookieJar();
        if (cookies.HeaderFor(address.AbsolutePath, isPostFromElsewhere: origin is not null && origin != Origin(address)) is { Length: > 0 } header)
        {
            request.Headers.Add("Cookie", header);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "ja");
        HttpResponseMessage response = await _http.SendAsync(request);
        cookies.Take(response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? set : []);
        return response.Headers.Location is { } next
            ? await GoAsync(new Uri(address, next))
            : new Shown(address.AbsoluteUri, response.StatusCode, await response.Content.ReadAsStringAsync(), null, response);
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
