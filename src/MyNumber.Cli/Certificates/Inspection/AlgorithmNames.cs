using MyNumber.Cli.Contract;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>Names beside object identifiers.</summary>
internal static class AlgorithmNames
{
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        [Oids.RsaEncryption] = "RSA",
        [Oids.RsaPss] = "RSASSA-PSS",
        [Oids.Sha1WithRsa] = "sha1WithRSAEncryption",
        [Oids.Sha256WithRsa] = "sha256WithRSAEncryption",
        [Oids.Sha384WithRsa] = "sha384WithRSAEncryption",
        [Oids.Sha512WithRsa] = "sha512WithRSAEncryption",
        [Oids.EcPublicKey] = "EC",
        [Oids.EcdsaWithSha256] = "ecdsa-with-SHA256",
        [Oids.EcdsaWithSha384] = "ecdsa-with-SHA384",
        [Oids.EcdsaWithSha512] = "ecdsa-with-SHA512",
        [Oids.Sha1] = "SHA-1",
        [Oids.Sha256] = "SHA-256",
        [Oids.Sha384] = "SHA-384",
        [Oids.Sha512] = "SHA-512",
        [Oids.ClientAuth] = "clientAuth",
        [Oids.OcspSigning] = "OCSPSigning",
        [Oids.TimeStamping] = "timeStamping",
        ["1.2.840.113549.1.7.1"] = "id-data",
        [TimestampCheck.TokenType] = "id-ct-TSTInfo",
    };

    /// <summary>A certificate policy, with its name where it has one.</summary>
    public static string OfPolicy(string oid, Language language)
    {
        string? name = oid switch
        {
            Oids.PolicySignatureCard => language.Pick("card, signature", "署名用、カード"),
            Oids.PolicySignatureCardTest => language.Pick("card, signature, test environment", "署名用、カード、検証環境"),
            Oids.PolicyUserAuthenticationCard => language.Pick("card, user authentication", "利用者証明用、カード"),
            _ => null,
        };
        return name is null ? oid : $"{name} ({oid})";
    }

    /// <summary>The identifier, with its name where it has one.</summary>
    public static string Of(string oid) => _names.TryGetValue(oid, out string? name) ? $"{name} ({oid})" : oid;
}
