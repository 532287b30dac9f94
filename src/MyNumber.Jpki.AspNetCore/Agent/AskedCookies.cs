using Microsoft.AspNetCore.Http;

namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>The cookies that bind challenges to the browser that was asked, one for each, named by a prefix and 32 random bytes.</summary>
internal static class AskedCookies
{
    /// <summary>How many askings of one kind may wait in a browser, in tabs side by side. Without an end a page that sends the browser here again and again would fill its Cookie header.</summary>
    public const int Most = 5;

    private const int RandomLength = 43; // 32 bytes in base64url

    /// <summary>Ends the cookies beyond those that may wait beside a new one, the oldest first: browsers send them in that order (RFC 6265 §5.4).</summary>
    public static void MakeRoom(HttpContext context, string prefix, CookieOptions options)
    {
        string[] waiting = [.. context.Request.Cookies.Keys.Where(name => name.Length == prefix.Length + RandomLength && name.StartsWith(prefix, StringComparison.Ordinal))];
        CookieOptions ended = new(options) { MaxAge = null };
        foreach (string name in waiting.SkipLast(Most - 1))
        {
            context.Response.Cookies.Delete(name, ended);
        }
    }
}
