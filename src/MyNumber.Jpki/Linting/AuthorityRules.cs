using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Linting;

/// <summary>Rows about an authority's self-signed certificate, as read from the six published ones.</summary>
internal static class AuthorityRules
{
    private const string Prefix = "JPKI-CA";
    private const string Six = "research notes: the six published authority certificates";

    public static IReadOnlyList<ProfileRule> Of(CertificatePurpose purpose, JpkiEnvironment environment) =>
    [
        .. FieldRules.Encoding(Prefix),
        Row("SIGALG", "tbsCertificate.signature", "sha256WithRSAEncryption with NULL, the same inside and outside", "sha256WithRSAEncryption (NULL)、内側と外側が同一") with { Value = Oids.Sha256WithRsa },
        FieldRules.Issuer($"{Prefix}-ISSUER", "tbsCertificate.issuer", purpose, environment),
        Row("SELF", "tbsCertificate.subject", "the issuer's own name", "発行者と同じ名前"),
        .. FieldRules.Period(Prefix, RuleConfidence.Confirmed),
        Row("LIFETIME", "tbsCertificate.validity", "ten years", "10年") with { Value = "10", Rank = FindingRank.Warning },
        Row("KEY", "tbsCertificate.subjectPublicKeyInfo", "RSA of 2048 bits, exponent 65537, NULL parameters", "RSA 2048 ビット、指数 65537、NULL パラメータ")
            with { Value = string.Create(CultureInfo.InvariantCulture, $"{Oids.RsaEncryption} {2048}") },
        .. ExtensionRules.List(Prefix, RuleConfidence.Confirmed),
        Row("KU", "extensions.keyUsage", "critical, keyCertSign and cRLSign only", "重要、keyCertSign と cRLSign のみ") with
        {
            Extension = Oids.KeyUsage, Criticality = RuleCriticality.Critical, Order = 1, Value = ExtensionRules.EncodeUsage(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign),
        },
        Row("ALT", "extensions.subjectAltName", "not critical, one directoryName with the authority's Japanese name", "非重要、認証局の日本語名の directoryName 1つ") with
        {
            Extension = Oids.SubjectAltName, Criticality = RuleCriticality.NonCritical, Order = 3, Value = FieldRules.AuthorityName,
        },
        Row("CA", "extensions.basicConstraints", "critical, cA TRUE, no path length", "重要、cA TRUE、パス長なし") with
        {
            Extension = Oids.BasicConstraints, Criticality = RuleCriticality.Critical, Order = 4, Value = "30030101FF",
        },
        Row("CRLDP", "extensions.cRLDistributionPoints", "not critical, one point with the authority's own name", "非重要、認証局自身の名前の配布点1つ") with
        {
            Extension = Oids.CrlDistributionPoints, Criticality = RuleCriticality.NonCritical, Order = 6, Value = FieldRules.AuthorityName,
        },
        IdentifierRules.SubjectKey($"{Prefix}-SKI", 9),
        Absent("AKI", "extensions.authorityKeyIdentifier", Oids.AuthorityKeyIdentifier),
        Absent("CP", "extensions.certificatePolicies", Oids.CertificatePolicies),
    ];

    private static ProfileRule Row(string topic, string path, string expected, string japanese) => new()
    {
        Clause = $"{Prefix}-{topic}", Path = path, Source = Six, Expected = expected, ExpectedJapanese = japanese,
    };

    private static ProfileRule Absent(string topic, string path, string oid) =>
        Row(topic, path, "absent", "ないこと") with { Extension = oid, Presence = RulePresence.Forbidden, Rank = FindingRank.Notice };
}
