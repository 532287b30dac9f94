using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Serves a responder over HTTP on 127.0.0.1, on a free port: POST and GET under <c>/ocsp</c>, and CRLs under <c>/crl/</c> when a source is given.</summary>
/// <remarks>Writes no log and leaves the process's signals alone. Dispose it to free the port.</remarks>
public sealed class OcspResponderHost : IAsyncDisposable
{
    private const string OcspPath = "/ocsp";
    private const string CrlPath = "/crl/";

    private readonly WebApplication _application;
    private readonly OcspResponder _responder;
    private readonly Func<string, byte[]?>? _crls;

    private OcspResponderHost(WebApplication application, OcspResponder responder, Func<string, byte[]?>? crls)
    {
        _application = application;
        _responder = responder;
        _crls = crls;
    }

    /// <summary>Where the responder answers, for example <c>http://127.0.0.1:40123/ocsp</c>.</summary>
    public Uri OcspAddress { get; private set; } = null!;

    /// <summary>Where CRLs lie; names follow.</summary>
    public Uri CrlAddress => new(OcspAddress, CrlPath);

    /// <summary>Starts to serve.</summary>
    /// <param name="responder">The responder.</param>
    /// <param name="crls">Gives a CRL (DER) for the path after <c>/crl/</c>, or <see langword="null"/> for 404.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running host.</returns>
    /// <exception cref="IOException">The loopback address could not be bound.</exception>
    public static Task<OcspResponderHost> StartAsync(OcspResponder responder, Func<string, byte[]?>? crls = null, CancellationToken cancellationToken = default) =>
        StartAsync(responder, 0, crls, cancellationToken);

    /// <summary>Starts to serve on a port of one's choice.</summary>
    /// <param name="responder">The responder.</param>
    /// <param name="port">The port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="crls">Gives a CRL (DER) for the path after <c>/crl/</c>, or <see langword="null"/> for 404.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running host.</returns>
    /// <exception cref="IOException">The loopback address could not be bound.</exception>
    public static async Task<OcspResponderHost> StartAsync(OcspResponder responder, int port, Func<string, byte[]?>? crls = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responder);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = responder.Options.MaximumRequestBytes;
            kestrel.Limits.MaxRequestLineSize = (responder.Options.MaximumRequestBytes * 4) + 64;
            kestrel.Limits.MaxRequestBufferSize = Math.Max(1 << 20, kestrel.Limits.MaxRequestLineSize);
        });
        builder.Services.AddSingleton<IHostLifetime, DetachedLifetime>();
        WebApplication application = builder.Build();
        OcspResponderHost host = new(application, responder, crls);
        application.Run(host.HandleAsync);
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        host.OcspAddress = new Uri(new Uri(application.Urls.Single()), OcspPath);
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
        bool isOcsp = target == OcspPath || target.StartsWith(OcspPath + "/", StringComparison.Ordinal);
        return (context.Request.Method, isOcsp) switch
        {
            ("POST", true) => PostAsync(context),
            ("GET", true) => WriteAsync(context, "application/ocsp-response", _responder.AnswerGet(target[OcspPath.Length..].TrimStart('/'))),
            ("GET", false) when target.StartsWith(CrlPath, StringComparison.Ordinal) => GetCrlAsync(context, target[CrlPath.Length..]),
            (_, true) => RefuseAsync(context, StatusCodes.Status405MethodNotAllowed),
            _ => RefuseAsync(context, StatusCodes.Status404NotFound),
        };
    }

    private async Task PostAsync(HttpContext context)
    {
        if (!string.Equals(context.Request.ContentType, "application/ocsp-request", StringComparison.OrdinalIgnoreCase))
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType).ConfigureAwait(false);
            return;
        }

        using MemoryStream body = new();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException tooLargeOrBroken)
        {
            await RefuseAsync(context, tooLargeOrBroken.StatusCode).ConfigureAwait(false);
            return;
        }

        await WriteAsync(context, "application/ocsp-response", _responder.Answer(body.ToArray())).ConfigureAwait(false);
    }

    private Task GetCrlAsync(HttpContext context, string name) => _crls?.Invoke(name) is { } crl
        ? WriteAsync(context, "application/pkix-crl", crl)
        : RefuseAsync(context, StatusCodes.Status404NotFound);

    private static Task WriteAsync(HttpContext context, string contentType, byte[] body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
