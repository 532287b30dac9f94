using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Serves a responder over HTTP on 127.0.0.1, on a free port: POST and GET under <c>/ocsp</c>, and CRLs under <c>/crl/</c> when a source is given.</summary>
/// <remarks>Writes no log and leaves the process's signals alone. Dispose it to free the port.</remarks>
public sealed class OcspResponderHost : IAsyncDisposable
{
    private const string OcspPath = "/ocsp";
    private const string CrlPath = "/crl/";

    private readonly OcspResponder _responder;
    private readonly OcspEndpoint _ocsp;
    private readonly CrlEndpoint? _crls;
    private WebApplication _application = null!;

    private OcspResponderHost(OcspResponder responder, Func<string, PublishedCrl?>? crls)
    {
        _responder = responder;
        _ocsp = new OcspEndpoint(responder);
        _crls = crls is null ? null : new CrlEndpoint(crls, responder.Clock);
    }

    /// <summary>Where the responder answers, for example <c>http://127.0.0.1:40123/ocsp</c>.</summary>
    public Uri OcspAddress { get; private set; } = null!;

    /// <summary>Where CRLs lie; names follow.</summary>
    public Uri CrlAddress => new(OcspAddress, CrlPath);

    /// <summary>Starts to serve.</summary>
    /// <param name="responder">The responder.</param>
    /// <param name="crls">Gives a published list for the path after <c>/crl/</c>, or <see langword="null"/> for 404.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running host.</returns>
    /// <exception cref="IOException">The loopback address could not be bound.</exception>
    public static Task<OcspResponderHost> StartAsync(OcspResponder responder, Func<string, PublishedCrl?>? crls = null, CancellationToken cancellationToken = default) =>
        StartAsync(responder, 0, crls, cancellationToken);

    /// <summary>Starts to serve on a port of one's choice.</summary>
    /// <param name="responder">The responder.</param>
    /// <param name="port">The port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="crls">Gives a CRL for the path after <c>/crl/</c>, or <see langword="null"/> for 404.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running host.</returns>
    /// <exception cref="IOException">The loopback address could not be bound.</exception>
    public static async Task<OcspResponderHost> StartAsync(OcspResponder responder, int port, Func<string, PublishedCrl?>? crls = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responder);
        OcspResponderHost host = new(responder, crls);
        host._application = await LoopbackServer.StartAsync(port, responder.Options.MaximumRequestBytes, host.HandleAsync, cancellationToken).ConfigureAwait(false);
        host.OcspAddress = new Uri(new Uri(host._application.Urls.Single()), OcspPath);
        return host;
    }

    /// <summary>Stops and frees the port.</summary>
    /// <returns>When done.</returns>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        if (_responder.Faults.Offline)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        string target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? string.Empty;
        if (target.StartsWith(OcspPath, StringComparison.Ordinal) && (target.Length == OcspPath.Length || target[OcspPath.Length] == '/'))
        {
            return _ocsp.HandleAsync(context, target[OcspPath.Length..].TrimStart('/'));
        }

        return target.StartsWith(CrlPath, StringComparison.Ordinal) && _crls is not null
            ? _crls.HandleAsync(context, target[CrlPath.Length..])
            : HttpRefusal.WriteAsync(context, StatusCodes.Status404NotFound);
    }
}
