using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Peers;

namespace MyNumber.Linkage.AspNetCore.Tests.Peers;

public sealed class PinnedPeersTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly LinkagePeer _body = new(new AgencyId(7));
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Certificate_counts_by_its_key_whatever_name_it_bears()
    {
        PinnedPeers peers = new([new PinnedKey(_body, _key.ExportSubjectPublicKeyInfo())]);
        using X509Certificate2 first = Certificate(_key, "CN=one");
        using X509Certificate2 second = Certificate(_key, "CN=two");
        peers.Judge(first, _now, out LinkagePeer peer).ShouldBe(PeerVerdict.Accepted);
        peer.ShouldBe(_body);
        peers.Judge(second, _now, out _).ShouldBe(PeerVerdict.Accepted);
    }

    [Fact]
    public void Nobody_and_strangers_are_told_apart_from_who_is_out_of_date()
    {
        using ECDsa stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 known = Certificate(_key, "CN=one");
        using X509Certificate2 unknown = Certificate(stranger, "CN=one");
        PinnedPeers peers = new([new PinnedKey(_body, _key.ExportSubjectPublicKeyInfo())]);
        peers.Judge(null, _now, out _).ShouldBe(PeerVerdict.NoCertificate);
        peers.Judge(unknown, _now, out _).ShouldBe(PeerVerdict.UnknownKey);
        peers.Judge(known, _now.AddDays(-1).AddSeconds(-1), out _).ShouldBe(PeerVerdict.OutOfDate);
        peers.Judge(known, _now.AddDays(-1), out _).ShouldBe(PeerVerdict.Accepted);
        peers.Judge(known, _now.AddDays(1), out _).ShouldBe(PeerVerdict.Accepted);
        peers.Judge(known, _now.AddDays(1).AddSeconds(1), out _).ShouldBe(PeerVerdict.OutOfDate);
        new PinnedPeers([]).Judge(known, _now, out _).ShouldBe(PeerVerdict.UnknownKey);
    }

    [Fact]
    public void Peer_may_change_keys_and_no_two_share_one()
    {
        using ECDsa next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] old = _key.ExportSubjectPublicKeyInfo();
        PinnedPeers peers = new([new PinnedKey(_body, old), new PinnedKey(_body, next.ExportSubjectPublicKeyInfo()), new PinnedKey(_body, old)]);
        using X509Certificate2 certificate = Certificate(next, "CN=next");
        peers.Judge(certificate, _now, out _).ShouldBe(PeerVerdict.Accepted);
        Should.Throw<ArgumentException>(() => new PinnedPeers([new PinnedKey(_body, old), new PinnedKey(LinkagePeer.Core, old)]));
        Should.Throw<ArgumentException>(() => new PinnedPeers([new PinnedKey(_body, default)]));
    }

    [Fact]
    public void Peer_is_named_without_more() => (LinkagePeer.Core.ToString(), _body.ToString(), LinkagePeer.Core.IsCore, _body.IsCore).ShouldBe(("core", "agency 7", true, false));

    private static X509Certificate2 Certificate(ECDsa key, string name) => new CertificateRequest(name, key, HashAlgorithmName.SHA256).CreateSelfSigned(_now.AddDays(-1), _now.AddDays(1));
}
