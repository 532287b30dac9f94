using System.Collections.Concurrent;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.Authority.Services;

/// <summary>Serial links (発行番号の紐付け) in memory: from a signature certificate to the user-authentication certificate of the same person, and from an old certificate to the one that took its place (新旧紐付け).</summary>
/// <remarks>Thread safe.</remarks>
public sealed class SerialLinkDirectory : ISerialLinkService, ISuccessorService
{
    private readonly ConcurrentDictionary<CertificateIdentity, CertificateIdentity> _userAuthentication = new();
    private readonly ConcurrentDictionary<CertificateIdentity, CertificateIdentity> _successor = new();

    /// <inheritdoc/>
    public ValueTask<CertificateIdentity?> FindUserAuthenticationAsync(CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(_userAuthentication, signatureCertificate));
    }

    /// <inheritdoc/>
    public ValueTask<CertificateIdentity?> FindSuccessorAsync(CertificateIdentity old, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(_successor, old));
    }

    /// <summary>Records that both certificates belong to one person.</summary>
    /// <param name="signature">The signature certificate.</param>
    /// <param name="userAuthentication">The user-authentication certificate.</param>
    public void Link(CertificateIdentity signature, CertificateIdentity userAuthentication) => _userAuthentication[signature] = userAuthentication;

    /// <summary>Records that a certificate took the place of an old one.</summary>
    /// <param name="old">The old certificate.</param>
    /// <param name="successor">The new one, of the same purpose.</param>
    public void LinkSuccessor(CertificateIdentity old, CertificateIdentity successor) => _successor[old] = successor;

    /// <summary>Forgets the link of a signature certificate, as the service answers for a while after issuance.</summary>
    /// <param name="signature">The signature certificate.</param>
    /// <returns>Whether there was a link.</returns>
    public bool Unlink(CertificateIdentity signature) => _userAuthentication.TryRemove(signature, out _);

    internal CertificateIdentity? Successor(CertificateIdentity old) => Find(_successor, old);

    private static CertificateIdentity? Find(ConcurrentDictionary<CertificateIdentity, CertificateIdentity> links, CertificateIdentity from) =>
        links.TryGetValue(from, out CertificateIdentity to) ? to : null;
}
