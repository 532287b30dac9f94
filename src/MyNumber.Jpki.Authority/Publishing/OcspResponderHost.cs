using Microsoft.AspNetCore.Builder;
using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Serves a responder over HTTP on 127.0.0.1, on a free port: POST and GET under <c>/ocsp</c>, and CRLs under <c>/crl/</c> when a source is given.</summary>
/// <remarks>Writes no log and leaves the process's signals alone. Dispose it to free the port.</remarks>
public sealed class OcspResponderHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private OcspResponderHost(WebApplication application)
    {
        _application = application;
        OcspAddress = new Uri(new Uri(application.Urls.Single()), PublishingSite.OcspPath);
    }

    /// <summary>Where the responder answers, for example <c>http://127.0.0.1:40123/ocsp</c>.</summary>
    public Uri OcspAddress { get; }

    /// <summary>Where CRLs lie; names follow.</summary>
    public Uri CrlAddress => new(OcspAddress, PublishingSite.CrlPath);

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
        PublishingSite site = new(responder, crls);
        return new OcspResponderHost(await LoopbackServer.StartAsync(port, responder.Options.MaximumRequestBytes, site.HandleAsync, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Stops and frees the port.</summary>
    /// <returns>When done.</returns>
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
