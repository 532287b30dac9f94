using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures.Primitives;

namespace MyNumber.Jpki.Certificates;

/// <summary>One public key, whichever its algorithm, as the verifier of signatures in certificates and lists. Thread safe.</summary>
internal sealed class KeyVerifier
{
    private readonly PublicKeyFields _key;
    private readonly RsaVerifier? _rsa;
    private readonly EcdsaVerifier? _ecdsa;

    /// <summary>Takes a key; one of another algorithm or curve verifies nothing.</summary>
    public KeyVerifier(PublicKeyFields key)
    {
        _key = key;
        _rsa = key.Algorithm == Oids.RsaEncryption ? new RsaVerifier(key) : null;
        _ecdsa = key.Curve is null ? null : new EcdsaVerifier(key);
    }

    /// <summary>OID of the key's algorithm.</summary>
    public string Algorithm => _key.Algorithm;

    /// <summary>The key for the managed arithmetic; <see langword="null"/> unless it is RSA of an accepted length.</summary>
    public RsaVerificationKey? Rsa => _rsa?.Managed is { KeySize: >= RsaVerificationKey.ShortestModulus } key ? key : null;

    /// <summary>Whether signatures under this key can be judged at all.</summary>
    public bool IsSupported => _rsa is not null || _ecdsa is not null;

    /// <summary>Hashes and checks. <see langword="false"/> also when the scheme is for another kind of key.</summary>
    public bool Verify(
        ReadOnlySpan<byte> toBeSigned, SignatureScheme scheme, ReadOnlyMemory<byte> signature, RsaArithmetic arithmetic = TrustAnchor.DefaultArithmetic)
    {
        Span<byte> hash = stackalloc byte[SignatureScheme.LongestHash];
        hash = hash[..CryptographicOperations.HashData(scheme.Hash, toBeSigned, hash)];
        return VerifyHash(hash, scheme, signature, arithmetic);
    }

    /// <summary>Checks over a hash that was computed already.</summary>
    public bool VerifyHash(
        ReadOnlySpan<byte> hash, SignatureScheme scheme, ReadOnlyMemory<byte> signature, RsaArithmetic arithmetic = TrustAnchor.DefaultArithmetic) =>
        scheme.KeyAlgorithm == _key.Algorithm
        && (_rsa is not null ? VerifyPkcs1(hash, scheme.Hash, signature.Span, arithmetic) : _ecdsa?.Verify(hash, signature) == true);

    /// <summary>RSASSA-PKCS1-v1_5 over a hash; <see langword="false"/> also under a key of another kind.</summary>
    public bool VerifyPkcs1(ReadOnlySpan<byte> hash, HashAlgorithmName algorithm, ReadOnlySpan<byte> signature, RsaArithmetic arithmetic) =>
        _rsa?.VerifyPkcs1(hash, algorithm, signature, arithmetic) == true;

    /// <summary>ECDSA over a hash, with r and s side by side; <see langword="false"/> also under a key of another kind.</summary>
    public bool VerifyFixedEcdsa(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> pair) => _ecdsa?.VerifyFixed(hash, pair) == true;
}
