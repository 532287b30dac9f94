using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Server;
using MyNumber.Linkage.AspNetCore.Tests;
using MyNumber.Testing.Linkage;

namespace MyNumber.LinkageHost;

/// <summary>The core as a server: its lines to bodies over HTTP, its side of the bodies' lines.</summary>
public sealed class CoreHost : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly TlsServer _server;

    private CoreHost(LabCore core, LabNetwork network, X509Certificate2 certificate, TlsServer server) =>
        (Core, Network, _certificate, _server) = (core, network, certificate, server);

    public LabCore Core { get; }

    public LabNetwork Network { get; }

    public Uri Address => _server.Address;

    public static async Task<CoreHost> StartAsync(string folder, LabCoreStores stores)
    {
        LabNetwork network = LabFolder.ReadNetwork(folder);
        LabCards cards = LabFolder.ReadCards(folder);
        LabCoreKeys keys = LabFolder.ReadCoreKeys(folder);
        PinnedPeers peers = LabIdentities.PinsOf(cards);
        AddressBook book = new(folder);
        X509Certificate2 certificate = keys.CreateCertificate();
        LabCore core = await LabCore.OpenAsync(network, keys, cards, stores);
        foreach (AgencyId agency in network.Bodies)
        {
            core.Exchange.Connect(agency, new FollowedProvider(book, agency, address => new LinkageClientOptions { Address = address, Certificate = certificate, Peers = peers }));
        }

        TlsServer server = await TlsServer.StartAsync(certificate, peers, TimeProvider.System, app =>
        {
            app.MapLinkageCore(core.Exchange.LineOf);
            app.MapLinkageHealth();
        });
        book.Write(LinkagePeer.Core, server.Address);
        return new CoreHost(core, network, certificate, server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Core.Dispose();
        _certificate.Dispose();
    }
}
