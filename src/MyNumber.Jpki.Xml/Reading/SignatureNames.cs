using System.Collections.Frozen;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Xml.Reading;

/// <summary>The names of XMLDSIG and of the algorithms that are known (XMLDSIG §6, RFC 9231). HMAC, DSA and the rest have no row.</summary>
internal static class SignatureNames
{
    public const string Space = SignatureSpace.Uri;
    public const string ExclusiveSpace = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string EnvelopedTransform = Space + "enveloped-signature";

    /// <summary>What may carry the identifier of ds:Signature; e-Gov writes the second.</summary>
    public static readonly string[] IdNames = ["Id", "id"];

    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";

    private static readonly FrozenDictionary<string, HashAlgorithmName> Digests = new Dictionary<string, HashAlgorithmName>
    {
        ["http://www.w3.org/2001/04/xmlenc#sha256"] = HashAlgorithmName.SHA256,
        [More + "sha384"] = HashAlgorithmName.SHA384,
        ["http://www.w3.org/2001/04/xmlenc#sha512"] = HashAlgorithmName.SHA512,
        [Space + "sha1"] = HashAlgorithmName.SHA1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SignatureAlgorithm> Signatures = new Dictionary<string, SignatureAlgorithm>
    {
        [More + "rsa-sha256"] = new(Oids.RsaEncryption, HashAlgorithmName.SHA256),
        [More + "rsa-sha384"] = new(Oids.RsaEncryption, HashAlgorithmName.SHA384),
        [More + "rsa-sha512"] = new(Oids.RsaEncryption, HashAlgorithmName.SHA512),
        [More + "ecdsa-sha256"] = new(Oids.EcPublicKey, HashAlgorithmName.SHA256),
        [More + "ecdsa-sha384"] = new(Oids.EcPublicKey, HashAlgorithmName.SHA384),
        [More + "ecdsa-sha512"] = new(Oids.EcPublicKey, HashAlgorithmName.SHA512),
        [Space + "rsa-sha1"] = new(Oids.RsaEncryption, HashAlgorithmName.SHA1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static HashAlgorithmName? FindDigest(string? name) => name is not null && Digests.TryGetValue(name, out HashAlgorithmName digest) ? digest : null;

    public static SignatureAlgorithm? FindSignature(string? name) => name is null ? null : Signatures.GetValueOrDefault(name);

    public static string NameOf(HashAlgorithmName digest) => Digests.First(row => row.Value == digest).Key;

    public static string NameOf(SignatureAlgorithm algorithm) => Signatures.First(row => row.Value == algorithm).Key;
}
