using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace BankPortal.Web;

/// <summary>The one stylesheet; its address has its hash, so that a browser may keep it.</summary>
internal static class SiteStyle
{
    private static readonly byte[] Text = Read();

    public static string Path { get; } = $"/site.css?v={Convert.ToHexStringLower(SHA256.HashData(Text))[..16]}";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/site.css", (HttpContext context) =>
    {
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        return Results.Bytes(Text, "text/css; charset=utf-8");
    });

    private static byte[] Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("site.css")!;
        using MemoryStream text = new();
        stream.CopyTo(text);
        return text.ToArray();
    }
}
