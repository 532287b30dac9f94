using Microsoft.Extensions.DependencyInjection;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Sends each request by a client that the factory makes for it, so that the handlers, which follow changes of DNS, and the host's settings are the factory's of that moment.</summary>
internal sealed class FactoryHandler(IHttpClientFactory factory, string name) : HttpMessageHandler
{
    /// <summary>A client to keep: it owns no connection. Who uses it limits the time by its own options.</summary>
    public static HttpClient CreateClient(IServiceProvider services, string name) =>
        new(new FactoryHandler(services.GetRequiredService<IHttpClientFactory>(), name)) { Timeout = Timeout.InfiniteTimeSpan };

    // A request goes through one client only, so the factory's takes a copy. The body is shared, and disposed with the original.
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpClient client = factory.CreateClient(name);
        HttpRequestMessage copy = new(request.Method, request.RequestUri)
        {
            Content = request.Content,
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        foreach ((string header, System.Net.Http.Headers.HeaderStringValues values) in request.Headers.NonValidated)
        {
            copy.Headers.TryAddWithoutValidation(header, values);
        }

        return client.SendAsync(copy, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
