using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Server;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Testing;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Server;

/// <summary>One server with the paths of a core and of a provider in front of a line that counts, and bare clients.</summary>
internal sealed class ServerWorld : IAsyncDisposable
{
    public const int MostBytes = 4_096;

    private readonly List<HttpClient> _clients = [];
    private TlsServer _server = null!;

    private ServerWorld()
    {
        Clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        Identities = new LabIdentities(LabKeys.Create(ChildAllowance.CreateNetwork(people: 0), Clock), Clock);
    }

    public ManualTimeProvider Clock { get; }

    public LabIdentities Identities { get; }

    public CountingLine Line { get; } = new();

    public RecordingLogs Logs { get; } = new();

    public Uri Address => _server.Address;

    public static LinkagePeer City => new(ChildAllowance.City);

    public static async Task<ServerWorld> StartAsync(bool withTls = true)
    {
        ServerWorld world = new();
        world._server = await TlsServer.StartAsync(
            withTls ? world.Identities[LinkagePeer.Core] : null,
            world.Identities.Peers,
            world.Clock,
            app =>
            {
                app.MapLinkageHealth();
                app.MapLinkageCore(_ => world.Line);
                app.MapLinkageProvider(agency => agency == ChildAllowance.TaxCity ? world.Line : null);
                app.MapLinkageDeliveries(_ => world.Line);
                app.MapLinkageReceiver(agency => agency == ChildAllowance.TaxCity ? world.Line : null);
                app.MapLinkageRecords(_ => world.Line);
                app.MapLinkageDoor(_ => world.Line);
                app.MapLinkageDays(owner => owner.IsCore ? new DayDesk(owner, new InMemoryRecordStore()) : null);
                app.MapLinkageHeads(owner => owner.IsCore ? world.Line : null);
            },
            MostBytes,
            world.Logs);
        return world;
    }

    /// <summary>A client that trusts any server and shows what it is told to.</summary>
    public HttpClient ClientOf(X509Certificate2? certificate)
    {
        SslClientAuthenticationOptions tls = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true };
        tls.ClientCertificateContext = certificate is null ? null : SslStreamCertificateContext.Create(certificate, null, offline: true);
        HttpClient client = new(new SocketsHttpHandler { SslOptions = tls, UseProxy = false }) { BaseAddress = Address };
        _clients.Add(client);
        return client;
    }

    public HttpClient ClientOf(LinkagePeer peer) => ClientOf(Identities[peer]);

    public static ByteArrayContent Message(byte[] bytes, string? mediaType = LinkageWire.MediaType)
    {
        ByteArrayContent content = new(bytes);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return content;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _server.DisposeAsync();
        Identities.Dispose();
        Logs.Dispose();
    }
}
