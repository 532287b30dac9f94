using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Status;

/// <summary>A host that asks a lab's responder and fetches its lists, both answered in this process.</summary>
internal sealed class StatusHost : IAsyncDisposable
{
    private readonly IHost _host;

    private StatusHost(IHost host) => _host = host;

    public static Uri OcspAddress { get; } = new("http://ocsp.lab.invalid/ocsp");

    public static Uri SignatureList { get; } = new("http://crl.lab.invalid/crl/sign/current/full.crl");

    public static Uri AuthenticationList { get; } = new("http://crl.lab.invalid/crl/auth/current/full.crl");

    public ConcurrentQueue<HttpRequestMessage> Requests { get; private init; } = [];

    public LogSink Log { get; private init; } = new();

    public LogWaiter Events { get; private init; } = new();

    public IServiceProvider Services => _host.Services;

    public static StatusHost Build(
        LabWorld world, Action<JpkiOptions>? jpki = null, Action<IServiceCollection>? services = null, TimeProvider? clock = null, Action<IJpkiBuilder>? builder = null, Func<HttpMessageHandler>? site = null)
    {
        ConcurrentQueue<HttpRequestMessage> requests = [];
        LogSink log = new();
        LogWaiter events = new();
        HostApplicationBuilder host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        host.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log).AddProvider(events);
        host.Services.AddSingleton(clock ?? world.Clock);
        IJpkiBuilder added = host.Services.AddMyNumberJpki(options =>
        {
            options.Environment = JpkiEnvironment.Lab;
            options.Signature.Anchors = world.Anchors(CertificatePurpose.Signature);
            jpki?.Invoke(options);
        });
        added.ConfigureHttpClients(client => client.ConfigurePrimaryHttpMessageHandler(() => new RecordingHandler(requests, site?.Invoke() ?? world.Authority.CreateMessageHandler())));
        builder?.Invoke(added);
        services?.Invoke(host.Services);
        return new StatusHost(host.Build()) { Requests = requests, Log = log, Events = events };
    }

    public static async Task<StatusHost> StartAsync(
        LabWorld world, Action<JpkiOptions>? jpki = null, Action<IServiceCollection>? services = null, TimeProvider? clock = null, Action<IJpkiBuilder>? builder = null, Func<HttpMessageHandler>? site = null)
    {
        StatusHost host = Build(world, jpki, services, clock, builder, site);
        try
        {
            await host._host.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public Task StopAsync() => _host.StopAsync();

    /// <summary>Judges the holder's signature certificate.</summary>
    public async Task<RevocationEvidence?> AskAsync(LabHolder holder) =>
        (await Services.GetRequiredKeyedService<CertificateValidator>(CertificatePurpose.Signature).ValidateAsync(holder.Certificates.Signature!.Encoded)).Status;

    public async ValueTask DisposeAsync()
    {
        using IHost host = _host;
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await host.StopAsync(patience.Token);
    }

    private sealed class RecordingHandler(ConcurrentQueue<HttpRequestMessage> requests, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            requests.Enqueue(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
