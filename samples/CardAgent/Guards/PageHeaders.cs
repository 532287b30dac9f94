using CardAgent.Pages;
using Microsoft.AspNetCore.Http;

namespace CardAgent.Guards;

/// <summary>What each page of this program says of itself: no script, no frame around it, no copy of it, no form to elsewhere.</summary>
internal static class PageHeaders
{
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{PageStyle.Hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin"; // the posts of its own pages need their Origin header: no-referrer would make it "null"
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
