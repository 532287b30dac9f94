using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Serves published lists over HTTP (RFC 5280 §4.2.1.13, RFC 2585): GET and HEAD, conditional by tag or time. A cache on the way has to ask again, because the next list may come out of turn.</summary>
internal sealed class CrlEndpoint(Func<string, PublishedCrl?> find, TimeProvider clock)
{
    private const string ListType = "application/pkix-crl";

    internal Task HandleAsync(HttpContext context, string path)
    {
        bool isHead = HttpMethods.IsHead(context.Request.Method);
        if (!isHead && !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return HttpRefusal.WriteAsync(context, StatusCodes.Status405MethodNotAllowed);
        }

        if (find(path) is not { } list)
        {
            return HttpRefusal.WriteAsync(context, StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Date = OcspAnswer.HttpTime(clock.GetUtcNow());
        // The first list of a second has the seconds as its number; of further ones the time alone tells nothing.
        DateTimeOffset? modified = list.Number == list.ThisUpdate.ToUnixTimeSeconds() ? list.ThisUpdate : null;
        if (!ConditionalAnswer.Begin(context, list.EntityTag, modified, OcspAnswer.HttpTime(list.ThisUpdate)))
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = ListType;
        context.Response.ContentLength = list.Encoded.Length;
        return isHead ? Task.CompletedTask : context.Response.BodyWriter.WriteAsync(list.Encoded, context.RequestAborted).AsTask();
    }
}
