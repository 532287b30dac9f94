using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace MyNumber.Jpki.AspNetCore.Problems;

/// <summary>Tells a browser that is about to show what comes (Fetch Metadata) from a program that is about to read it (Accept, RFC 9110 §12.5.1).</summary>
internal static class DocumentRequest
{
    /// <summary>What <see cref="Is"/> reads, for the Vary header.</summary>
    public const string Headers = "Accept, Sec-Fetch-Dest";

    private const string Html = "text/html";

    /// <summary>Whether HTML is named and preferred to JSON, and no frame, script or picture asks.</summary>
    public static bool Is(HttpRequest request)
    {
        IList<MediaTypeHeaderValue> accepted = Accepted(request);
        return IsShown(request) && QualityOf(accepted, Html) > Math.Max(QualityOf(accepted, "application/problem+json") ?? 0, QualityOf(accepted, "application/json") ?? 0);
    }

    /// <summary>Whether a page can be the answer: GET or POST, HTML is not ruled out, and no frame, script or picture asks. Who says nothing of what is accepted takes it.</summary>
    public static bool CanBe(HttpRequest request)
    {
        IList<MediaTypeHeaderValue> accepted = Accepted(request);
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method)) && IsShown(request)
            && (accepted.Count == 0 || (QualityOf(accepted, Html) ?? QualityOf(accepted, "text/*") ?? QualityOf(accepted, "*/*")) > 0);
    }

    private static bool IsShown(HttpRequest request) => request.Headers["Sec-Fetch-Dest"] is [] or ["document"];

    private static IList<MediaTypeHeaderValue> Accepted(HttpRequest request) => new RequestHeaders(request.Headers).Accept;

    private static double? QualityOf(IList<MediaTypeHeaderValue> accepted, string type) =>
        accepted.Where(value => value.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Max(value => (double?)(value.Quality ?? 1));
}
