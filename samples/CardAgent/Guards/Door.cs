using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CardAgent.Guards;

/// <summary>What a browser says of a request and no page can choose: Host, Origin and the Sec-Fetch headers.</summary>
internal static class Door
{
    /// <summary>The origin that is served.</summary>
    public static string OwnOrigin(HttpContext context) => $"http://127.0.0.1:{context.Connection.LocalPort}";

    /// <summary>Judges what every request must have: the bound address in Host, and a page of its own as destination where the browser tells one.</summary>
    public static Refusal Enter(HttpContext context)
    {
        IHeaderDictionary headers = context.Request.Headers;
        return headers.Host is not [{ } host] || "http://" + host != OwnOrigin(context) ? Refusal.OtherHost
            : !Is(headers["Sec-Fetch-Dest"], "document") || !Is(headers["Sec-Fetch-Mode"], "navigate") ? Refusal.NotAPage
            : Refusal.None;
    }

    /// <summary>Judges a request of a site: one Origin header, that is on the list.</summary>
    public static Refusal Ask(HttpContext context, OriginList allowed, out string origin)
    {
        StringValues header = context.Request.Headers.Origin;
        origin = header is [{ } only] ? only : string.Empty;
        return origin.Length == 0 || origin == "null" ? Refusal.NoOrigin
            : !allowed.Allows(origin) ? Refusal.OriginNotAllowed
            : Refusal.None;
    }

    /// <summary>Judges a post of this program's own pages.</summary>
    public static Refusal Own(HttpContext context) =>
        context.Request.Headers.Origin is [{ } origin] && origin == OwnOrigin(context) && IsFromHere(context) ? Refusal.None : Refusal.OtherSite;

    /// <summary>Whether the browser, where it tells, followed an address of this program's own page.</summary>
    public static bool IsFromHere(HttpContext context) => Is(context.Request.Headers["Sec-Fetch-Site"], "same-origin");

    private static bool Is(StringValues header, string value) => header.Count == 0 || (header is [{ } only] && only == value);
}
