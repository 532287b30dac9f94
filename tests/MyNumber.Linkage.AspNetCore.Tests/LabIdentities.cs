using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests;

/// <summary>Certificates of a lab's roles, and the pins that all of them share.</summary>
internal sealed class LabIdentities : IDisposable
{
    private readonly Dictionary<LinkagePeer, X509Certificate2> _certificates = [];

    public LabIdentities(LabKeys keys, TimeProvider clock)
    {
        Clock = clock;
        Peers = PinsOf(keys.Cards);
        _certificates.Add(LinkagePeer.Core, keys.Core.CreateCertificate());
        foreach (LabBodyKeys body in keys.Bodies.Values)
        {
            _certificates.Add(new LinkagePeer(body.Agency), body.CreateCertificate());
        }
    }

    public TimeProvider Clock { get; }

    public PinnedPeers Peers { get; }

    public X509Certificate2 this[LinkagePeer peer] => _certificates[peer];

    public static PinnedPeers PinsOf(LabCards cards) => new(
        [new PinnedKey(LinkagePeer.Core, cards.Core.ServerKey), .. cards.Bodies.Select(card => new PinnedKey(new LinkagePeer(card.Key), card.Value.ServerKey))]);

    public LinkageClientOptions OptionsOf(LinkagePeer self, Uri address, Version? version = null) => new()
    {
        Address = address, Certificate = this[self], Peers = Peers, Clock = Clock, HttpVersion = version ?? System.Net.HttpVersion.Version20,
    };

    public LinkageClientOptions OptionsOf(AgencyId self, Uri address) => OptionsOf(new LinkagePeer(self), address);

    public void Dispose()
    {
        foreach (X509Certificate2 certificate in _certificates.Values)
        {
            certificate.Dispose();
        }
    }
}
