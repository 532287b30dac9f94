using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Problems;

/// <summary>Writes rejections in Japanese or English by Accept-Language: to programs as problem details (RFC 9457), to a browser that shows what comes as a small page.</summary>
public static class JpkiProblem
{
    /// <summary>What the type of a problem begins with; the code follows.</summary>
    public const string TypePrefix = "urn:mynumber-sdk:jpki:";

    private const int RetryAfterSeconds = 30;

    /// <summary>Writes a rejection as the whole response: type, title (what it means), status, detail (what to do next), code, number of the reason and outcome. With 503 goes Retry-After.</summary>
    /// <remarks>A page with the same words, status, code and number is written instead where Accept names text/html and prefers it to JSON, unless Sec-Fetch-Dest is there and is not <c>document</c>.
    /// It has no script, and nothing may frame or cache it.</remarks>
    /// <param name="context">The request and its response, of which nothing was written.</param>
    /// <param name="rejection">The rejection.</param>
    /// <returns>When it was written.</returns>
    public static Task WriteAsync(HttpContext context, JpkiRejection rejection)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(rejection);
        ReportLanguage language = RequestLanguage.Of(context.Request);
        HttpResponse response = context.Response;
        response.StatusCode = rejection.StatusCode;
        response.Headers.ContentLanguage = language == ReportLanguage.Japanese ? "ja" : "en";
        response.Headers.Vary = "Accept-Language, " + DocumentRequest.Headers;
        if (rejection.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return DocumentRequest.Is(context.Request) ? ProblemPage.Of(rejection, language).WriteAsync(response) : WriteDetailsAsync(response, Compose(rejection, language));
    }

    private static Task WriteDetailsAsync(HttpResponse response, ReadOnlyMemory<byte> details)
    {
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = details.Length;
        return response.Body.WriteAsync(details, response.HttpContext.RequestAborted).AsTask();
    }

    private static ReadOnlyMemory<byte> Compose(JpkiRejection rejection, ReportLanguage language)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) });
        writer.WriteStartObject();
        writer.WriteString("type", TypePrefix + rejection.Code);
        writer.WriteString("title", rejection.Meaning(language));
        writer.WriteNumber("status", rejection.StatusCode);
        writer.WriteString("detail", rejection.NextStep(language));
        writer.WriteString("code", rejection.Code);
        if (rejection.Reason != VerificationReason.None)
        {
            writer.WriteNumber("number", (int)rejection.Reason);
        }

        writer.WriteString("outcome", rejection.Outcome.ToString());
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
