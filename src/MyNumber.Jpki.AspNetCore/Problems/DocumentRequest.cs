using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace MyNumber.Jpki.AspNetCore.Problems;

/// <summary>Tells a browser that is about to show what comes from a program that is about to read it.</summary>
internal static class DocumentRequest
{
    /// <summary>What <see cref="Is"/> reads, for the Vary header.</summary>
    public const string Headers = "Accept, Sec-Fetch-Dest";

    /// <summary>Whether HTML is named in Accept and preferred to JSON (RFC 9110 §12.5.1), and no frame, script or picture asks (Fetch Metadata).</summary>
    public static bool Is(HttpRequest request)
    {
        IList<MediaTypeHeaderValue> accepted = new RequestHeaders(request.Headers).Accept;
        return request.Headers["Sec-Fetch-Dest"] is [] or ["document"]
            && QualityOf(accepted, "text/html") > Math.Max(QualityOf(accepted, "application/problem+json"), QualityOf(accepted, "application/json"));
    }

    private static double QualityOf(IList<MediaTypeHeaderValue> accepted, string type) =>
        accepted.Where(value => value.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(value => value.Quality ?? 1).DefaultIfEmpty(0).Max();
}
