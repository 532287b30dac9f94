using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>A generation as a CertID names it. All generations share the name's hash, so the key's hash decides.</summary>
internal sealed class OcspIssuer
{
    private readonly byte[] _nameSha1;
    private readonly byte[] _nameSha256;
    private readonly byte[] _keySha256;

    internal OcspIssuer(AuthorityGeneration generation)
    {
        Generation = generation;
        _nameSha1 = SHA1.HashData(generation.Naming.Name.Encoded.Span);
        _nameSha256 = SHA256.HashData(generation.Naming.Name.Encoded.Span);
        _keySha256 = SHA256.HashData(SubjectPublicKey.Bits(generation.Key.PublicKey));
    }

    internal AuthorityGeneration Generation { get; }

    internal bool Matches(OcspCertId id) => id.HashAlgorithm switch
    {
        Oids.Sha1 => id.NameHash.Span.SequenceEqual(_nameSha1) && id.KeyHash.Span.SequenceEqual(Generation.KeyIdentifier.Span),
        Oids.Sha256 => id.NameHash.Span.SequenceEqual(_nameSha256) && id.KeyHash.Span.SequenceEqual(_keySha256),
        _ => false,
    };

    /// <summary>The CertID of a certificate of this generation, DER.</summary>
    internal byte[] CertId(string hashAlgorithm, ReadOnlySpan<byte> serialNumber) =>
        OcspCertId.Encode(hashAlgorithm, hashAlgorithm == Oids.Sha1 ? _nameSha1 : _nameSha256, KeyHash(hashAlgorithm), serialNumber);

    internal ReadOnlySpan<byte> KeyHash(string hashAlgorithm) => hashAlgorithm == Oids.Sha1 ? Generation.KeyIdentifier.Span : _keySha256;
}
