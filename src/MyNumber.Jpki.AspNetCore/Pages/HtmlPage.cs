using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Pages;

/// <summary>A small page of this library's own. Nothing may frame, cache or alter it: its content security policy allows what it names and nothing else.</summary>
/// <param name="Language">The language of the page.</param>
/// <param name="Title">Title and heading, not yet encoded.</param>
/// <param name="Content">Markup that follows the heading.</param>
internal sealed record HtmlPage(ReportLanguage Language, string Title, string Content)
{
    private const string Style = "body{font-family:system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1rem;line-height:1.7;color:#1a1a1a;background:#fff}"
        + "button{font:inherit;min-height:3rem;padding:0 1.5rem;border:0;border-radius:.5rem;color:#fff;background:#0b57a4}button:focus-visible{outline:3px solid #ffb900;outline-offset:2px}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The one script that may run; <see langword="null"/> (default) for none.</summary>
    public string? Script { get; init; }

    /// <summary>Where its forms may go, as a source of the policy; nowhere by default.</summary>
    public string FormAction { get; init; } = "'none'";

    /// <summary>What the browser tells of this page when it leaves it; nothing by default.</summary>
    public string ReferrerPolicy { get; init; } = "no-referrer";

    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>Writes headers and page as the whole response; its status is the caller's.</summary>
    public Task WriteAsync(HttpResponse response)
    {
        WriteHeaders(response.Headers);
        response.ContentType = "text/html; charset=utf-8";
        byte[] page = Encoding.UTF8.GetBytes(Compose());
        response.ContentLength = page.Length;
        return response.Body.WriteAsync(page, response.HttpContext.RequestAborted).AsTask();
    }

    private void WriteHeaders(IHeaderDictionary headers)
    {
        string scripts = Script is null ? string.Empty : $"script-src {Source(Script)}; ";
        headers.ContentSecurityPolicy = $"default-src 'none'; {scripts}style-src {Source(Style)}; base-uri 'none'; frame-ancestors 'none'; form-action {FormAction}";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = ReferrerPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private string Compose()
    {
        string language = Language == ReportLanguage.Japanese ? "ja" : "en", title = Encode(Title), script = Script is null ? string.Empty : $"<script>{Script}</script>";
        return $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{title}</title>"
            + $"<style>{Style}</style></head><body><main><h1>{title}</h1>{Content}</main>{script}</body></html>";
    }

    private static string Source(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
