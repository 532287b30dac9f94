using Microsoft.Net.Http.Headers;

namespace BankPortalTests;

/// <summary>Cookies as a browser keeps them: those that are SameSite Lax or Strict do not go along with a post from another site.</summary>
internal sealed class CookieJar
{
    private readonly Dictionary<string, SetCookieHeaderValue> _cookies = new(StringComparer.Ordinal);

    public IEnumerable<SetCookieHeaderValue> All => _cookies.Values;

    public string? Find(string name) => _cookies.TryGetValue(name, out SetCookieHeaderValue? cookie) ? cookie.Value.Value : null;

    public void Plant(SetCookieHeaderValue cookie) => _cookies[cookie.Name.Value!] = cookie;

    public string HeaderFor(string path, bool isPostFromElsewhere) => string.Join("; ", _cookies.Values
        .Where(cookie => Covers(cookie.Path.Value ?? "/", path) && (!isPostFromElsewhere || cookie.SameSite == SameSiteMode.None))
        .Select(cookie => $"{cookie.Name}={cookie.Value}"));

    public void Take(IEnumerable<string> headers)
    {
        foreach (string header in headers)
        {
            SetCookieHeaderValue cookie = SetCookieHeaderValue.Parse(header);
            if (cookie.Expires is { } end && end <= DateTimeOffset.UnixEpoch || cookie.Value.Length == 0)
            {
                _cookies.Remove(cookie.Name.Value!);
            }
            else
            {
                Plant(cookie);
            }
        }
    }

    private static bool Covers(string scope, string path) => path == scope || path.StartsWith(scope.TrimEnd('/') + "/", StringComparison.Ordinal) || scope == "/";
}
