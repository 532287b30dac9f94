using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Xml.Reading;

/// <summary>A signature algorithm: OID of the key that it needs, and its hash.</summary>
internal sealed record SignatureAlgorithm(string KeyAlgorithm, HashAlgorithmName Hash)
{
    /// <summary>Checks a value over octets under the certificate's own key: RSA by RFC 8017 §8.2, ECDSA with r and s side by side (XMLDSIG §6.4.3). Never throws.</summary>
    public bool Holds(VerifiedPath path, ReadOnlySpan<byte> octets, ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        hash = hash[..CryptographicOperations.HashData(Hash, octets, hash)];
        KeyVerifier key = path.Certificate.Key;
        return KeyAlgorithm == Oids.RsaEncryption ? key.VerifyPkcs1(hash, Hash, value, path.Issuer.Arithmetic) : key.VerifyFixedEcdsa(hash, value);
    }
}
