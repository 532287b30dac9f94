using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Carries an HTTP client's requests to the site in the same process: no socket is opened, whatever host the address names.</summary>
internal sealed class InProcessHandler(PublishingSite site) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (body.Length > site.LongestRequest)
        {
            return new HttpResponseMessage(HttpStatusCode.RequestEntityTooLarge) { RequestMessage = request };
        }

        Lifetime lifetime = new() { RequestAborted = cancellationToken };
        DefaultHttpContext context = Begin(request, body, lifetime);
        using MemoryStream answer = new();
        context.Response.Body = answer;
        await site.HandleAsync(context).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return lifetime.IsAborted
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The lab's responder dropped the connection.")
            : End(context.Response, answer.ToArray(), request);
    }

    private static DefaultHttpContext Begin(HttpRequestMessage request, byte[] body, Lifetime lifetime)
    {
        DefaultHttpContext context = new();
        context.Features.Set<IHttpRequestLifetimeFeature>(lifetime);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = request.RequestUri?.PathAndQuery ?? string.Empty;
        context.Request.Method = request.Method.Method;
        context.Request.Body = new MemoryStream(body, writable: false);
        foreach ((string name, IEnumerable<string> values) in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
        {
            context.Request.Headers[name] = values.ToArray();
        }

        return context;
    }

    private static HttpResponseMessage End(HttpResponse response, byte[] body, HttpRequestMessage request)
    {
        HttpResponseMessage message = new((HttpStatusCode)response.StatusCode) { RequestMessage = request, Content = new ByteArrayContent(body) };
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                message.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return message;
    }

    private sealed class Lifetime : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; }

        public bool IsAborted { get; private set; }

        public void Abort() => IsAborted = true;
    }
}
