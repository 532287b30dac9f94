using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Linting;

/// <summary>Rows about a list (RFC 5280 §5).</summary>
internal static class CrlRules
{
    private const string Prefix = "JPKI-CRL";
    private const string Statement = "the practice statements' §4.9.9, told by a platform operator";
    private const string Assumed = "assumed from the certificates' distribution points; the real form is not public";

    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        Row("DER", "CertificateList", "RFC 5280 §5.1", "one DER list, nothing after it", "DER の失効リスト1つ (後続なし)"),
        Row("VERSION", "tbsCertList.version", "RFC 5280 §5.1.2.1", "version 2", "バージョン2") with { Value = "1" },
        Row("SIGALG", "tbsCertList.signature", Assumed, "the profile's algorithm, the same inside and outside", "署名アルゴリズム (内側と外側が同一)")
            with { Value = Oids.Sha256WithRsa, Confidence = RuleConfidence.Inferred },
        Row("ISSUER", "tbsCertList.issuer", Assumed, "C (PrintableString), O, OU, OU (UTF8String): the authority's name", "C (PrintableString)、O・OU・OU (UTF8String) の認証局名")
            with { Value = FieldRules.AuthorityName, Confidence = RuleConfidence.Inferred },
        Row("TIME-TYPE", "tbsCertList", "RFC 5280 §5.1.2.4", "UTCTime with seconds and Z, for years before 2050", "2049年まで秒と Z のある UTCTime"),
        Row("NEXT-UPDATE", "tbsCertList.nextUpdate", "RFC 5280 §5.1.2.5", "present and after thisUpdate", "thisUpdate より後の nextUpdate"),
        Row("EMPTY", "tbsCertList.revokedCertificates", "RFC 5280 §5.1.2.6", "left out when nothing is revoked", "失効がなければ省く"),
        .. ExtensionRules.List(Prefix, RuleConfidence.Confirmed).Where(rule => rule.Topic != "EXT-ORDER").Select(rule => rule with
        {
            Path = "tbsCertList.crlExtensions", Source = "RFC 5280 §5.2", RefusedWith = [],
        }),
        Row("AKI", "crlExtensions.authorityKeyIdentifier", "RFC 5280 §5.2.1", "not critical, a keyIdentifier", "非重要、keyIdentifier あり")
            with { Extension = Oids.AuthorityKeyIdentifier, Criticality = RuleCriticality.NonCritical },
        Row("NUMBER", "crlExtensions.cRLNumber", "RFC 5280 §5.2.3", "not critical, not negative, at most 20 octets", "非重要、負でない20オクテット以下の番号")
            with { Extension = Oids.CrlNumber, Criticality = RuleCriticality.NonCritical, Value = "20" },
        Row("IDP", "crlExtensions.issuingDistributionPoint", "RFC 5280 §5.2.5", "critical where it is there", "ある場合は重要")
            with { Extension = Oids.IssuingDistributionPoint, Presence = RulePresence.Optional, Criticality = RuleCriticality.Critical },
        Row("IDP-SCOPE", "crlExtensions.issuingDistributionPoint", Assumed, "one directoryName; no reasons, not indirect, not for authorities or attributes only",
            "directoryName 1つ。理由の限定・間接・認証局用・属性用でないこと") with { Presence = RulePresence.Optional, Confidence = RuleConfidence.Unknown },
        Row("DELTA", "crlExtensions.deltaCRLIndicator", Assumed, "a complete list", "完全な失効リスト")
            with { Extension = Oids.DeltaCrlIndicator, Presence = RulePresence.Forbidden, Confidence = RuleConfidence.Inferred },
        Row("ENTRY", "tbsCertList.revokedCertificates", "RFC 5280 §5.1.2.6", "serial, date and perhaps extensions, well formed", "番号・日時・拡張の正しい形"),
        Row("ENTRY-SERIAL", "tbsCertList.revokedCertificates", "RFC 5280 §4.1.2.2", "a positive INTEGER of at most 20 octets", "20オクテット以下の正の INTEGER") with { Value = "20" },
        Row("ENTRY-DATE", "tbsCertList.revokedCertificates", "RFC 5280 §5.1.2.6", "UTCTime before 2050, not after thisUpdate", "2049年まで UTCTime、thisUpdate 以前"),
        Row("ENTRY-REASON", "tbsCertList.revokedCertificates", "RFC 5280 §5.3.1", "not critical ENUMERATED; unspecified left out; removeFromCRL in delta lists only",
            "非重要の ENUMERATED。unspecified は省く。removeFromCRL は差分のみ"),
        Row("ENTRY-JPKI-REASON", "tbsCertList.revokedCertificates", Statement, "1 to 6", "1～6") with { Value = "6", Rank = FindingRank.Warning },
        Row("ENTRY-CRITICAL", "tbsCertList.revokedCertificates", "RFC 5280 §5.3", "no critical extension of an entry but those known", "未知の重要な項目拡張がないこと"),
        Row("ENTRY-REPEATED", "tbsCertList.revokedCertificates", "RFC 5280 §5.1.2.6", "each certificate once; judged for up to 100,000 entries", "各証明書1回 (10万件まで検査)")
            with { Rank = FindingRank.Warning, Value = "100000" },
    ];

    private static ProfileRule Row(string topic, string path, string source, string expected, string japanese) => new()
    {
        Clause = $"{Prefix}-{topic}", Path = path, Source = source, Expected = expected, ExpectedJapanese = japanese,
    };
}
