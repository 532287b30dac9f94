using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Server;
using MyNumber.Linkage.AspNetCore.Tests;
using MyNumber.Testing.Linkage;

namespace MyNumber.LinkageHost;

/// <summary>One body's intermediate server: its line to the core over HTTP, its side of the core's line.</summary>
public sealed class BodyHost : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly TlsServer _server;

    private BodyHost(LabBody body, X509Certificate2 certificate, TlsServer server) =>
        (Body, _certificate, _server) = (body, certificate, server);

    public LabBody Body { get; }

    public Uri Address => _server.Address;

    public static async Task<BodyHost> StartAsync(string folder, AgencyId agency, LabBodyStores stores)
    {
        LabCards cards = LabFolder.ReadCards(folder);
        LabBodyKeys keys = LabFolder.ReadBodyKeys(folder, agency);
        PinnedPeers peers = LabIdentities.PinsOf(cards);
        AddressBook book = new(folder);
        X509Certificate2 certificate = keys.CreateCertificate();
        FollowedCore line = new(book, address => new LinkageClientOptions { Address = address, Certificate = certificate, Peers = peers });
        LabBody body = await LabBody.OpenAsync(LabFolder.ReadNetwork(folder), keys, cards, line, stores);
        TlsServer server = await TlsServer.StartAsync(certificate, peers, TimeProvider.System, app =>
        {
            app.MapLinkageProvider(asked => asked == agency ? body.Giving : null);
            app.MapLinkageHealth();
        });
        book.Write(new LinkagePeer(agency), server.Address);
        return new BodyHost(body, certificate, server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Body.Dispose();
        _certificate.Dispose();
    }
}
