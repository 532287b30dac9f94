using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>A page that posts a form to another address as soon as it is shown, with a button for browsers without JavaScript. A service's page asks by it, and a card agent answers by it.</summary>
/// <remarks>Nothing may frame, cache or alter the page: its content security policy allows this one script by hash and this one address. It sends its origin along and no path, since the
/// other side believes the browser's Origin header.</remarks>
public static class AgentPage
{
    private const string Script = "document.forms[0].submit()";
    private const string Style = "body{font-family:system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1rem;line-height:1.7;color:#1a1a1a;background:#fff}"
        + "button{font:inherit;min-height:3rem;padding:0 1.5rem;border:0;border-radius:.5rem;color:#fff;background:#0b57a4}button:focus-visible{outline:3px solid #ffb900;outline-offset:2px}";

    private static readonly string PolicyHead = $"default-src 'none'; script-src 'sha256-{Hash(Script)}'; style-src 'sha256-{Hash(Style)}'; base-uri 'none'; frame-ancestors 'none'; form-action ";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the page as the whole response, status 200.</summary>
    /// <param name="response">The response; nothing of its body was written.</param>
    /// <param name="action">Where the form goes; absolute http or https.</param>
    /// <param name="fields">Names and values of the form; they are encoded.</param>
    /// <param name="language">The language of the page.</param>
    /// <returns>When it was written.</returns>
    /// <exception cref="ArgumentException">The address is not absolute http or https.</exception>
    public static Task WriteAsync(HttpResponse response, Uri action, IReadOnlyDictionary<string, string> fields, ReportLanguage language)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(fields);
        if (!action.IsAbsoluteUri || (action.Scheme != Uri.UriSchemeHttp && action.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("A form goes to an absolute http or https address.", nameof(action));
        }

        WriteHeaders(response.Headers, action);
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/html; charset=utf-8";
        byte[] page = Encoding.UTF8.GetBytes(Compose(action, fields, language));
        response.ContentLength = page.Length;
        return response.Body.WriteAsync(page, response.HttpContext.RequestAborted).AsTask();
    }

    private static void WriteHeaders(IHeaderDictionary headers, Uri action)
    {
        headers.ContentSecurityPolicy = PolicyHead + action.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "origin"; // the default would make the Origin header of a post from https to http://127.0.0.1 "null" (Fetch §3.2)
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static string Compose(Uri action, IReadOnlyDictionary<string, string> fields, ReportLanguage language)
    {
        bool isJapanese = language == ReportLanguage.Japanese;
        string title = isJapanese ? "次の画面に進みます" : "Going on to the next page";
        string text = isJapanese ? "自動で切り替わらないときは、「進む」を押してください。" : "If nothing happens, press Continue.";
        StringBuilder page = new(4096);
        page.Append("<!doctype html><html lang=\"").Append(isJapanese ? "ja" : "en").Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
            .Append(title).Append("</title><style>").Append(Style).Append("</style></head><body><h1>").Append(title).Append("</h1><p>").Append(text)
            .Append("</p><form method=\"post\" action=\"").Append(Encoder.Encode(action.AbsoluteUri)).Append("\">");
        foreach ((string name, string value) in fields)
        {
            page.Append("<input type=\"hidden\" name=\"").Append(Encoder.Encode(name)).Append("\" value=\"").Append(Encoder.Encode(value)).Append("\">");
        }

        return page.Append("<button>").Append(isJapanese ? "進む" : "Continue").Append("</button></form><script>").Append(Script).Append("</script></body></html>").ToString();
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
