using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Linting;

/// <summary>Rows about an OCSP answer (RFC 6960 §4.2).</summary>
internal static class OcspRules
{
    private const string Prefix = "JPKI-OCSP";
    private const string Statement = "the practice statements' §4.9.9, told by a platform operator";
    private const string Assumed = "assumed; the real responder's form is not public";

    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        Row("DER", "OCSPResponse", "RFC 6960 §4.2.1", "one DER answer, nothing after it", "DER の応答1つ (後続なし)"),
        Row("STATUS", "responseStatus", "RFC 6960 §4.2.1", "successful; a refusal carries nothing else", "successful (拒否には他の内容なし)") with { Rank = FindingRank.Notice },
        Row("TYPE", "responseBytes.responseType", "RFC 6960 §4.2.1", "id-pkix-ocsp-basic", "id-pkix-ocsp-basic") with { Value = Oids.OcspBasic },
        Row("VERSION", "tbsResponseData.version", "X.690 §11.5", "the default left out", "既定値は省く") with { Presence = RulePresence.Forbidden },
        Row("RESPONDER", "tbsResponseData.responderID", Assumed, "byKey, a SHA-1 of 20 bytes", "byKey (20バイトの SHA-1)") with { Confidence = RuleConfidence.Unknown },
        Row("TIME-TYPE", "tbsResponseData", "RFC 6960 §4.2.2.1", "GeneralizedTime with seconds and Z, no fraction", "秒と Z のある GeneralizedTime (小数なし)"),
        Row("SINGLE", "tbsResponseData.responses", "RFC 5019 §2.2.1", "one answer", "応答1件") with { Value = "1", Rank = FindingRank.Warning },
        Row("CERTID", "tbsResponseData.responses", "RFC 6960 §4.1.1, RFC 5019 §2.1.1", "SHA-1 or SHA-256 hashes of their right lengths", "正しい長さの SHA-1 または SHA-256") with { Value = $"{Oids.Sha1} {Oids.Sha256}" },
        Row("SERIAL", "tbsResponseData.responses", "RFC 5280 §4.1.2.2", "a positive INTEGER of at most 20 octets", "20オクテット以下の正の INTEGER") with { Value = "20" },
        Row("THIS-UPDATE", "tbsResponseData.responses", "RFC 6960 §4.2.2.1", "not after producedAt", "producedAt 以前") with { Rank = FindingRank.Warning },
        Row("NEXT-UPDATE", "tbsResponseData.responses", "RFC 5019 §2.2.4", "present and after thisUpdate", "thisUpdate より後の nextUpdate") with { Rank = FindingRank.Warning },
        Row("CADENCE", "tbsResponseData.responses", "the ministry's pages: every 15 minutes", "nextUpdate at most 15 minutes after thisUpdate", "thisUpdate から15分以内の nextUpdate")
            with { Value = "15", Confidence = RuleConfidence.SingleSource, Rank = FindingRank.Notice },
        Row("REASON", "tbsResponseData.responses", Statement, "0 to 6", "0～6") with { Value = "6", Rank = FindingRank.Warning },
        Row("NEVER-ISSUED", "tbsResponseData.responses", "RFC 6960 §2.2", "no answer that means never issued (held since 1970)", "未発行を意味する応答でないこと (1970年からの保留)")
            with { Presence = RulePresence.Forbidden, Rank = FindingRank.Notice },
        Row("NONCE", "tbsResponseData.responseExtensions", "RFC 9654 §2.1", "where it is there: an OCTET STRING of 1 to 128 octets", "ある場合: 1～128オクテットの OCTET STRING") with { Presence = RulePresence.Optional },
        Row("EXT-CRITICAL", "tbsResponseData.responseExtensions", "RFC 6960 §4.4", "no critical extension but those known", "未知の重要拡張がないこと") with { Presence = RulePresence.Forbidden },
        Row("SIGALG", "signatureAlgorithm", Assumed, "sha256WithRSAEncryption", "sha256WithRSAEncryption") with { Value = Oids.Sha256WithRsa, Confidence = RuleConfidence.Inferred },
        Row("SIGNER", "certs", "RFC 6960 §4.2.2.2", "a certificate that came along names id-kp-OCSPSigning", "同封の証明書は id-kp-OCSPSigning を持つ") with { Presence = RulePresence.Optional },
        Row("SIGNER-NOCHECK", "certs", "RFC 6960 §4.2.2.2.1", "id-pkix-ocsp-nocheck in the responder's certificate", "応答者証明書の id-pkix-ocsp-nocheck")
            with { Presence = RulePresence.Optional, Confidence = RuleConfidence.Unknown },
    ];

    private static ProfileRule Row(string topic, string path, string source, string expected, string japanese) => new()
    {
        Clause = $"{Prefix}-{topic}", Path = path, Source = source, Expected = expected, ExpectedJapanese = japanese,
    };
}
