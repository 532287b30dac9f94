using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;

namespace MyNumber.Linkage.AspNetCore.Server;

/// <summary>One path that takes messages: who may call, what may be sent, and nothing but a status where something is wrong.</summary>
/// <remarks>Refusals have no body and logs name path, peer and type of an exception only, so that nothing of a message gets out.</remarks>
internal sealed partial class DerEndpoint(
    LinkageServerOptions options, ILogger log, Func<LinkagePeer, bool> mayCall, Func<LinkagePeer, ReadOnlyMemory<byte>, CancellationToken, ValueTask<DerAnswer>> handle)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        PeerVerdict verdict = options.Peers!.Judge(context.Connection.ClientCertificate, options.Clock.GetUtcNow(), out LinkagePeer peer);
        if (verdict != PeerVerdict.Accepted || !mayCall(peer))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            LogRefused(context.Request.Path, verdict);
            return;
        }

        if (!string.Equals(context.Request.ContentType, LinkageWire.MediaType, StringComparison.OrdinalIgnoreCase) || context.Request.Headers.ContentEncoding.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        try
        {
            await AnswerAsync(context, peer).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            Refuse(context, exception.StatusCode);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(context.Request.Path, peer, exception.GetType().Name);
            Refuse(context, StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }

    private static void Refuse(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
        }
        else
        {
            context.Response.StatusCode = status;
        }
    }

    private async Task AnswerAsync(HttpContext context, LinkagePeer peer)
    {
        byte[] message = await ReadAsync(context).ConfigureAwait(false);
        DerAnswer answer = await handle(peer, message, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = answer.Status;
        if (answer.Message is { } bytes)
        {
            context.Response.ContentType = LinkageWire.MediaType;
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async ValueTask<byte[]> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.MostBytes;
        }

        while (true)
        {
            ReadResult read = await context.Request.BodyReader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            if (read.Buffer.Length > options.MostBytes)
            {
                throw new BadHttpRequestException("The message is too long.", StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                byte[] message = read.Buffer.ToArray();
                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                return message;
            }

            context.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Path} refused a caller: {Verdict}")]
    private partial void LogRefused(string path, PeerVerdict verdict);

    [LoggerMessage(2, LogLevel.Error, "{Path} failed for {Peer}: {ExceptionType}")]
    private partial void LogFailed(string path, LinkagePeer peer, string exceptionType);
}
