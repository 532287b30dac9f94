using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures.Primitives;

namespace MyNumber.Jpki.Signatures.Jws;

/// <summary>What an algorithm of JWS means: digest, signature, and for ECDSA the one curve (RFC 7518 §3.3–§3.5).</summary>
internal sealed record JwsMethod(JwsAlgorithm Algorithm, string Name, SignatureMethod Signature, EcCurve? Curve)
{
    private static readonly DigestAlgorithm Sha384 = DigestAlgorithm.Find(HashAlgorithmName.SHA384)!;

    private static readonly JwsMethod[] Rows =
    [
        new(JwsAlgorithm.RS256, "RS256", new SignatureMethod(DigestAlgorithm.Sha256, SignatureKind.Pkcs1), null),
        new(JwsAlgorithm.PS256, "PS256", new SignatureMethod(DigestAlgorithm.Sha256, SignatureKind.Pss), null),
        new(JwsAlgorithm.ES256, "ES256", new SignatureMethod(DigestAlgorithm.Sha256, SignatureKind.Ecdsa), EcCurve.P256),
        new(JwsAlgorithm.ES384, "ES384", new SignatureMethod(Sha384, SignatureKind.Ecdsa), EcCurve.P384),
    ];

    public static JwsMethod? Find(string name) => Array.Find(Rows, row => row.Name == name);

    public static JwsMethod? Find(JwsAlgorithm algorithm) => Array.Find(Rows, row => row.Algorithm == algorithm);

    /// <summary>Whether a key is of the kind, and for ECDSA on the curve.</summary>
    public bool Fits(PublicKeyFields key) => key.Algorithm == Signature.KeyAlgorithm && key.Curve == Curve;

    public bool Holds(JpkiCertificate certificate, ReadOnlySpan<byte> input, ReadOnlyMemory<byte> signature, RsaArithmetic arithmetic)
    {
        Span<byte> digest = stackalloc byte[SignatureScheme.LongestHash];
        digest = digest[..CryptographicOperations.HashData(Signature.Digest.Name, input, digest)];
        return Curve is null
            ? Signature.Holds(certificate.Key, digest, signature, arithmetic)
            : certificate.Key.VerifyFixedEcdsa(digest, signature.Span);
    }
}
