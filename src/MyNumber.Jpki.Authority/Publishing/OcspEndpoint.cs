using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Serves the responder over HTTP (RFC 6960 appendix A): POST, and GET with what caches on the way may know (RFC 5019 §5).</summary>
internal sealed class OcspEndpoint(OcspResponder responder)
{
    private const string RequestType = "application/ocsp-request";
    private const string ResponseType = "application/ocsp-response";

    internal Task HandleAsync(HttpContext context, string path)
    {
        OcspFaults faults = responder.Faults;
        if (ReferenceEquals(faults, OcspFaults.None))
        {
            return AnswerAsync(context, path, ResponseType);
        }

        return SpoilAsync(context, path, faults);
    }

    private async Task SpoilAsync(HttpContext context, string path, OcspFaults faults)
    {
        if (faults.Delay > TimeSpan.Zero)
        {
            await Task.Delay(faults.Delay, responder.Clock, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (context.RequestAborted.IsCancellationRequested)
            {
                return;
            }
        }

        Task answer = faults.HttpStatus is { } status
            ? HttpRefusal.WriteAsync(context, (int)status)
            : AnswerAsync(context, path, faults.ContentType ?? ResponseType);
        await answer.ConfigureAwait(false);
    }

    private Task AnswerAsync(HttpContext context, string path, string responseType)
    {
        string method = context.Request.Method;
        if (HttpMethods.IsPost(method))
        {
            return MediaType.Is(context.Request.ContentType, RequestType)
                ? PostAsync(context, responseType)
                : HttpRefusal.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType);
        }

        if (HttpMethods.IsGet(method))
        {
            return GetAsync(context, path, responseType);
        }

        context.Response.Headers.Allow = "GET, POST";
        return HttpRefusal.WriteAsync(context, StatusCodes.Status405MethodNotAllowed);
    }

    private async Task PostAsync(HttpContext context, string responseType)
    {
        PipeReader body = context.Request.BodyReader;
        OcspAnswer answer;
        try
        {
            ReadResult read = await body.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            while (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                read = await body.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            }

            answer = responder.Respond(read.Buffer.IsSingleSegment ? read.Buffer.First : read.Buffer.ToArray());
            body.AdvanceTo(read.Buffer.End);
        }
        catch (BadHttpRequestException tooLargeOrBroken)
        {
            await HttpRefusal.WriteAsync(context, tooLargeOrBroken.StatusCode).ConfigureAwait(false);
            return;
        }

        await WriteAsync(context, answer, responseType).ConfigureAwait(false);
    }

    private Task GetAsync(HttpContext context, string path, string responseType)
    {
        OcspAnswer answer = responder.Respond(OcspGetPath.Decode(path, responder.Options.MaximumRequestBytes));
        DateTimeOffset now = responder.Clock.GetUtcNow();
        context.Response.Headers.Date = OcspAnswer.HttpTime(now);
        if (!answer.IsPresigned)
        {
            context.Response.Headers.CacheControl = "no-store";
            return WriteAsync(context, answer, responseType);
        }

        long seconds = Math.Max(0, (long)(answer.NextUpdate - now).TotalSeconds);
        context.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"max-age={seconds}, public, no-transform, must-revalidate");
        context.Response.Headers.Expires = answer.Expires;
        return ConditionalAnswer.Begin(context, answer.EntityTag, answer.IsToldByTime ? answer.ProducedAt : null, answer.LastModified)
            ? WriteAsync(context, answer, responseType)
            : Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, OcspAnswer answer, string responseType)
    {
        context.Response.ContentType = responseType;
        context.Response.ContentLength = answer.Encoded.Length;
        return context.Response.BodyWriter.WriteAsync(answer.Encoded, context.RequestAborted).AsTask();
    }
}
