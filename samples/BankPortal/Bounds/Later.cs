using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace BankPortal.Bounds;

/// <summary>Refuses for now: 429 or 503 with Retry-After (RFC 9110 §10.2.3). The status page has the words.</summary>
internal static class Later
{
    /// <summary>After which time it is worth another try.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    /// <summary>Sets the response, whose body is left to the status page.</summary>
    public static void Refuse(HttpContext context, int status)
    {
        context.Response.Headers[HeaderNames.RetryAfter] = Wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = status;
    }
}
