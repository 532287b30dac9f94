using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.AspNetCore.Peers;

/// <summary>The keys by which the ends of connections know each other. A certificate counts by its public key, whoever signed it, so that no authority can make a second core or body.</summary>
/// <remarks>Immutable, thread safe. TLS has shown that the peer has the private key before a certificate is judged here.</remarks>
public sealed class PinnedPeers
{
    private readonly FrozenDictionary<Digest, LinkagePeer> _peers;

    /// <summary>Takes pins.</summary>
    /// <param name="keys">Keys; a peer may have several.</param>
    /// <exception cref="ArgumentNullException"><paramref name="keys"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A key is empty, or pinned for two peers.</exception>
    public PinnedPeers(IEnumerable<PinnedKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Dictionary<Digest, LinkagePeer> peers = [];
        foreach (PinnedKey key in keys)
        {
            ArgumentNullException.ThrowIfNull(key, nameof(keys));
            if (key.PublicKey.IsEmpty || (!peers.TryAdd(DigestOf(key.PublicKey.Span), key.Peer) && peers[DigestOf(key.PublicKey.Span)] != key.Peer))
            {
                throw new ArgumentException("A key is pinned for one peer.", nameof(keys));
            }
        }

        _peers = peers.ToFrozenDictionary();
    }

    /// <summary>Tells who shows a certificate.</summary>
    /// <param name="certificate">The certificate, if there is one.</param>
    /// <param name="now">When.</param>
    /// <param name="peer">Whose it is; to be read only when accepted.</param>
    /// <returns>The verdict.</returns>
    public PeerVerdict Judge(X509Certificate2? certificate, DateTimeOffset now, out LinkagePeer peer)
    {
        peer = default;
        if (certificate is null)
        {
            return PeerVerdict.NoCertificate;
        }

        return !_peers.TryGetValue(DigestOf(certificate.PublicKey.ExportSubjectPublicKeyInfo()), out peer) ? PeerVerdict.UnknownKey
            : now < certificate.NotBefore || now > certificate.NotAfter ? PeerVerdict.OutOfDate
            : PeerVerdict.Accepted;
    }

    private static Digest DigestOf(ReadOnlySpan<byte> publicKey) => Digest.FromBytes(SHA256.HashData(publicKey));
}
