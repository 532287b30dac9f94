using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace BankPortal.Web;

/// <summary>The one stylesheet and the icon; their addresses have their hash, so that a browser may keep them.</summary>
internal static class SiteStyle
{
    private static readonly byte[] Sheet = Read("site.css"), Icon = Read("icon.svg");

    public static string Path { get; } = AddressOf("/site.css", Sheet);

    public static string IconPath { get; } = AddressOf("/icon.svg", Icon);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/site.css", context => WriteAsync(context, Sheet, "text/css; charset=utf-8"));
        app.MapGet("/icon.svg", context => WriteAsync(context, Icon, "image/svg+xml"));
    }

    private static string AddressOf(string path, byte[] content) => $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..16]}";

    private static Task WriteAsync(HttpContext context, byte[] content, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        context.Response.Headers.Remove(HeaderNames.Pragma);
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static byte[] Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using MemoryStream text = new();
        stream.CopyTo(text);
        return text.ToArray();
    }
}
