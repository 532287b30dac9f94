using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Linting;

/// <summary>Rows about alternative names of the issuer, addresses of status and key identifiers.</summary>
internal static class IdentifierRules
{
    private const string PartitionName = "C=P,O=U,OU=U,OU=U,OU=U,CN=U";
    private const string Responder = "http://ocspauthnorm.jpki.go.jp";

    public static IEnumerable<ProfileRule> Of(RuleSubject s) => [.. Addresses(s), .. Keys(s), SubjectKey($"{s.Prefix}-SKI", 9) with { Confidence = s.Seen() }];

    public static ProfileRule SubjectKey(string clause, int order) => new()
    {
        Clause = clause, Path = "extensions.subjectKeyIdentifier", Extension = Oids.SubjectKeyIdentifier, Criticality = RuleCriticality.NonCritical, Order = order,
        Value = "SHA-1", Source = "RFC 5280 §4.2.1.2 (1); computed again over specimens", Rank = FindingRank.Warning,
        Expected = "not critical, SHA-1 of the key's bits", ExpectedJapanese = "非重要、鍵ビット列の SHA-1",
    };

    private static IEnumerable<ProfileRule> Addresses(RuleSubject s) =>
    [
        new()
        {
            Clause = $"{s.Prefix}-IAN", Path = "extensions.issuerAltName", Extension = Oids.IssuerAltName, Criticality = RuleCriticality.NonCritical, Order = 5,
            Value = FieldRules.AuthorityName, Source = RuleSubject.Specimens, Confidence = s.Seen(),
            Expected = "not critical, one directoryName with the authority's Japanese name", ExpectedJapanese = "非重要、認証局の日本語名の directoryName 1つ",
        },
        new()
        {
            Clause = $"{s.Prefix}-CRLDP", Path = "extensions.cRLDistributionPoints", Extension = Oids.CrlDistributionPoints, Criticality = RuleCriticality.NonCritical, Order = 6,
            Value = PartitionName, Source = RuleSubject.Specimens, Confidence = s.Seen(),
            Expected = "not critical, one point with one directoryName (prefecture, municipality CRLDP); no URI, reasons or cRLIssuer",
            ExpectedJapanese = "非重要、directoryName 1つの配布点1つ (都道府県・市区町村)。URI・reasons・cRLIssuer なし",
        },
        s.IsSignature
            ? new()
            {
                Clause = $"{s.Prefix}-AIA", Path = "extensions.authorityInfoAccess", Extension = Oids.AuthorityInfoAccess, Presence = RulePresence.Forbidden,
                Source = RuleSubject.OneSpecimen, Confidence = s.Seen(RuleConfidence.SingleSource), Rank = FindingRank.Notice,
                Expected = "absent, as in the only specimen", ExpectedJapanese = "ないこと (唯一の実例)",
            }
            : new()
            {
                Clause = $"{s.Prefix}-AIA", Path = "extensions.authorityInfoAccess", Extension = Oids.AuthorityInfoAccess, Criticality = RuleCriticality.NonCritical, Order = 7,
                Value = s.Environment == JpkiEnvironment.Production ? Responder : null, Source = RuleSubject.Specimens, Confidence = s.Seen(), Rank = FindingRank.Warning,
                Expected = "not critical, one id-ad-ocsp with a URI", ExpectedJapanese = "非重要、URI を持つ id-ad-ocsp 1つ",
            },
    ];

    private static IEnumerable<ProfileRule> Keys(RuleSubject s) =>
    [
        new()
        {
            Clause = $"{s.Prefix}-AKI", Path = "extensions.authorityKeyIdentifier", Extension = Oids.AuthorityKeyIdentifier, Criticality = RuleCriticality.NonCritical, Order = 8,
            Value = "20", Source = RuleSubject.Specimens, Confidence = s.Seen(), RefusedWith = [VerificationReason.IssuerGenerationUnknown],
            Expected = "not critical, a keyIdentifier of 20 bytes: only it tells the generations apart",
            ExpectedJapanese = "非重要、20バイトの keyIdentifier (世代を区別する唯一の手掛かり)",
        },
        new()
        {
            Clause = $"{s.Prefix}-AKI-ISSUER", Path = "extensions.authorityKeyIdentifier", Source = RuleSubject.Specimens, Confidence = s.Seen(), Rank = FindingRank.Warning,
            Expected = "authorityCertIssuer: one directoryName, the issuer's name", ExpectedJapanese = "authorityCertIssuer は発行者名の directoryName 1つ",
        },
        new()
        {
            Clause = $"{s.Prefix}-AKI-SERIAL", Path = "extensions.authorityKeyIdentifier", Source = RuleSubject.Specimens, Confidence = s.Seen(), Rank = FindingRank.Warning,
            Expected = "authorityCertSerialNumber of the authority's certificate", ExpectedJapanese = "認証局証明書の authorityCertSerialNumber",
        },
    ];
}
