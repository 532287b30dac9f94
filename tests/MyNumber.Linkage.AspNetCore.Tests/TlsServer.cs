using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Server;

namespace MyNumber.Linkage.AspNetCore.Tests;

/// <summary>A server on 127.0.0.1 at a free port, with the linkage's TLS or, without a certificate, without any.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TlsServer(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public static async Task<TlsServer> StartAsync(
        X509Certificate2? certificate, PinnedPeers peers, TimeProvider clock, Action<WebApplication> map, int? mostBytes = null, ILoggerProvider? logs = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (logs is not null)
        {
            builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        }

        builder.Services.AddRouting();
        builder.Services.AddLinkageServer(options =>
        {
            options.Peers = peers;
            options.Clock = clock;
            options.MostBytes = mostBytes ?? options.MostBytes;
        });
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            if (certificate is not null)
            {
                listen.UseLinkageTls(certificate);
            }
        }));
        WebApplication app = builder.Build();
        map(app);
        await app.StartAsync();
        TlsServer server = new(app);
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Address = new Uri(address);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
