using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.Authority.Publishing;

namespace MyNumber.Jpki.Authority.Timestamps;

/// <summary>Serves a timestamp authority over HTTP on 127.0.0.1 (RFC 3161 §3.4): POST of <c>application/timestamp-query</c> to <c>/timestamp</c> is answered by <c>application/timestamp-reply</c>.</summary>
/// <remarks>Writes no log and leaves the process's signals alone. Dispose it to free the port.</remarks>
public sealed class TimestampHost : IAsyncDisposable
{
    private const string Path = "/timestamp";
    private const string QueryType = "application/timestamp-query";
    private const string ReplyType = "application/timestamp-reply";

    private WebApplication _application = null!;

    private TimestampHost(TimestampAuthority authority) => Authority = authority;

    /// <summary>The authority that answers.</summary>
    public TimestampAuthority Authority { get; }

    /// <summary>Where it answers, for example <c>http://127.0.0.1:40123/timestamp</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts to serve.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="port">The port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running host.</returns>
    /// <exception cref="IOException">The loopback address could not be bound.</exception>
    public static async Task<TimestampHost> StartAsync(TimestampAuthority authority, int port = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authority);
        TimestampHost host = new(authority);
        host._application = await LoopbackServer.StartAsync(port, authority.Options.MaximumRequestBytes, host.HandleAsync, cancellationToken).ConfigureAwait(false);
        host.Address = new Uri(new Uri(host._application.Urls.Single()), Path);
        return host;
    }

    /// <summary>Stops and frees the port.</summary>
    /// <returns>When done.</returns>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path != Path)
        {
            return HttpRefusal.WriteAsync(context, StatusCodes.Status404NotFound);
        }

        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return HttpRefusal.WriteAsync(context, StatusCodes.Status405MethodNotAllowed);
        }

        return MediaType.Is(context.Request.ContentType, QueryType) ? AnswerAsync(context) : HttpRefusal.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        byte[] answer;
        try
        {
            ReadResult body = await context.Request.BodyReader.ReadAtLeastAsync(Authority.Options.MaximumRequestBytes + 1, context.RequestAborted).ConfigureAwait(false);
            answer = Authority.Answer(body.Buffer.ToArray());
            context.Request.BodyReader.AdvanceTo(body.Buffer.End);
        }
        catch (BadHttpRequestException tooLargeOrBroken)
        {
            await HttpRefusal.WriteAsync(context, tooLargeOrBroken.StatusCode).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = ReplyType;
        context.Response.ContentLength = answer.Length;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.BodyWriter.WriteAsync(answer, context.RequestAborted).ConfigureAwait(false);
    }
}
