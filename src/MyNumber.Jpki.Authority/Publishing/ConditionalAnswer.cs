using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Writes bytes that have an entity tag: 200, or 304 when the client has them (RFC 9110 §13).</summary>
internal static class ConditionalAnswer
{
    /// <summary>Writes the headers of both and decides.</summary>
    /// <param name="context">Request and response.</param>
    /// <param name="entityTag">The tag.</param>
    /// <param name="modified">When the bytes came about; <see langword="null"/> when others came about in the same second, so that a client's time does not tell which it has.</param>
    /// <param name="lastModified">The header's text.</param>
    /// <returns>Whether the bytes themselves are to follow.</returns>
    internal static bool Begin(HttpContext context, string entityTag, DateTimeOffset? modified, string lastModified)
    {
        context.Response.Headers.ETag = entityTag;
        context.Response.Headers.LastModified = lastModified;
        bool isKnown = IsKnown(context.Request.Headers, entityTag, modified);
        if (isKnown)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        }

        return !isKnown;
    }

    // RFC 9110 §13.1.3: If-Modified-Since is ignored when there is If-None-Match; one that cannot be read is ignored too.
    private static bool IsKnown(IHeaderDictionary headers, string entityTag, DateTimeOffset? modified)
    {
        if (headers.IfNoneMatch.Count != 0)
        {
            return EntityTagHeaderValue.TryParseList(headers.IfNoneMatch, out IList<EntityTagHeaderValue>? tags)
                && tags.Any(tag => tag.Tag == "*" || tag.Tag.Equals(entityTag, StringComparison.Ordinal));
        }

        return headers.IfModifiedSince.Count == 1
            && DateTimeOffset.TryParseExact(headers.IfModifiedSince[0], "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset since)
            && modified <= since;
    }
}
