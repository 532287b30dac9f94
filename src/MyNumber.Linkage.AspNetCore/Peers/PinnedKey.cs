namespace MyNumber.Linkage.AspNetCore.Peers;

/// <summary>A public key that a peer shows in TLS, as the directory of the network tells it. A peer may have several while it changes keys.</summary>
/// <param name="Peer">Whose key.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, DER.</param>
public sealed record PinnedKey(LinkagePeer Peer, ReadOnlyMemory<byte> PublicKey);
