using System.Collections.Frozen;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures.Primitives;

/// <summary>What a signature algorithm of a certificate or list means: key, hash, and whether it is only for old test vectors.</summary>
/// <param name="KeyAlgorithm">OID of the key that it needs.</param>
/// <param name="Hash">The hash.</param>
/// <param name="IsWeak">SHA-1.</param>
internal sealed record SignatureScheme(string KeyAlgorithm, HashAlgorithmName Hash, bool IsWeak)
{
    /// <summary>The longest hash, in bytes.</summary>
    public const int LongestHash = SHA512.HashSizeInBytes;

    private static readonly FrozenDictionary<string, SignatureScheme> Rows = new Dictionary<string, SignatureScheme>
    {
        [Oids.Sha256WithRsa] = new(Oids.RsaEncryption, HashAlgorithmName.SHA256, IsWeak: false),
        [Oids.Sha384WithRsa] = new(Oids.RsaEncryption, HashAlgorithmName.SHA384, IsWeak: false),
        [Oids.Sha512WithRsa] = new(Oids.RsaEncryption, HashAlgorithmName.SHA512, IsWeak: false),
        [Oids.Sha1WithRsa] = new(Oids.RsaEncryption, HashAlgorithmName.SHA1, IsWeak: true),
        [Oids.EcdsaWithSha256] = new(Oids.EcPublicKey, HashAlgorithmName.SHA256, IsWeak: false),
        [Oids.EcdsaWithSha384] = new(Oids.EcPublicKey, HashAlgorithmName.SHA384, IsWeak: false),
        [Oids.EcdsaWithSha512] = new(Oids.EcPublicKey, HashAlgorithmName.SHA512, IsWeak: false),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>RFC 8017 (PKCS#1 v1.5) and RFC 5758 §3.2; <see langword="null"/> for what is not judged here, such as DSA and RSASSA-PSS.</summary>
    public static SignatureScheme? Find(string oid) => Rows.GetValueOrDefault(oid);
}
