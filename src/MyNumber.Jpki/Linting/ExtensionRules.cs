using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Linting;

/// <summary>Rows about usage, policies and the list of extensions of a holder's certificate (RFC 5280 §4.2).</summary>
internal static class ExtensionRules
{
    private const string PractiseStatement = "http://www.jpki.go.jp/cps.html";

    public static IEnumerable<ProfileRule> Of(RuleSubject s) => [.. List(s.Prefix, s.Seen()), .. Usage(s), .. Policies(s)];

    public static IEnumerable<ProfileRule> List(string prefix, RuleConfidence seen) =>
    [
        new()
        {
            Clause = $"{prefix}-EXT-FORM", Path = "tbsCertificate.extensions", Source = "RFC 5280 §4.1.2.9, X.690 §11.5", RefusedWith = [VerificationReason.CertificateMalformed],
            Expected = "OID, critical only when TRUE, one DER value", ExpectedJapanese = "OID、TRUE のときだけ critical、DER の値1つ",
        },
        new()
        {
            Clause = $"{prefix}-EXT-REPEATED", Path = "tbsCertificate.extensions", Source = "RFC 5280 §4.2", RefusedWith = [VerificationReason.CertificateMalformed],
            Expected = "each extension once", ExpectedJapanese = "拡張は各1回",
        },
        new()
        {
            Clause = $"{prefix}-EXT-CRITICAL", Path = "tbsCertificate.extensions", Source = "RFC 5280 §4.2", Presence = RulePresence.Forbidden,
            RefusedWith = [VerificationReason.UnrecognisedCriticalExtension],
            Expected = "no critical extension outside of the profile", ExpectedJapanese = "プロファイル外の重要拡張がないこと",
        },
        new()
        {
            Clause = $"{prefix}-EXT-OTHER", Path = "tbsCertificate.extensions", Source = RuleSubject.Specimens, Confidence = seen, Presence = RulePresence.Forbidden,
            Rank = FindingRank.Notice,
            Expected = "no extension outside of the profile", ExpectedJapanese = "プロファイル外の拡張がないこと",
        },
        new()
        {
            Clause = $"{prefix}-EXT-ORDER", Path = "tbsCertificate.extensions", Source = RuleSubject.Specimens, Confidence = seen, Rank = FindingRank.Warning,
            Expected = "the order of the specimens", ExpectedJapanese = "実例と同じ順序",
        },
    ];

    public static string EncodeUsage(X509KeyUsageFlags usage)
    {
        byte[] bits = (int)usage > 0xFF ? [(byte)((int)usage & 0xFF), (byte)((int)usage >> 8)] : [(byte)usage];
        return $"03{bits.Length + 1:X2}{System.Numerics.BitOperations.TrailingZeroCount(bits[^1] | 0x100):X2}{Convert.ToHexString(bits)}";
    }

    private static IEnumerable<ProfileRule> Usage(RuleSubject s) =>
    [
        new()
        {
            Clause = $"{s.Prefix}-KU", Path = "extensions.keyUsage", Extension = Oids.KeyUsage, Criticality = RuleCriticality.Critical, Order = 1,
            Value = EncodeUsage(s.Profile.KeyUsage), Source = RuleSubject.Specimens, Confidence = s.Seen(), RefusedWith = [VerificationReason.KeyUsageNotAccepted],
            Expected = s.IsSignature ? "critical, digitalSignature and nonRepudiation only" : "critical, digitalSignature only",
            ExpectedJapanese = s.IsSignature ? "重要、digitalSignature と nonRepudiation のみ" : "重要、digitalSignature のみ",
        },
        s.Profile.ExtendedKeyUsages.Count == 0 ? NoExtendedUsage(s) : ExtendedUsage(s),
        new()
        {
            Clause = $"{s.Prefix}-EKU-PURPOSE", Path = "extensions.extKeyUsage", Presence = RulePresence.Optional, Source = "RFC 5280 §4.2.1.12; this library",
            Value = string.Join(' ', s.Profile.ExtendedKeyUsages), RefusedWith = [VerificationReason.ExtendedKeyUsageNotAccepted],
            Expected = "where it is there: the profile's purposes, no other one when critical, never OCSPSigning or any",
            ExpectedJapanese = "ある場合: プロファイルの用途を含み、重要なら他の用途なし、OCSPSigning と any は不可",
        },
        new()
        {
            Clause = $"{s.Prefix}-BC", Path = "extensions.basicConstraints", Extension = Oids.BasicConstraints, Presence = RulePresence.Forbidden, Source = RuleSubject.Specimens,
            Confidence = s.Seen(), RefusedWith = [VerificationReason.AuthorityAsEndEntity, VerificationReason.BasicConstraintsUnexpected],
            Expected = "absent in a holder's certificate", ExpectedJapanese = "利用者の証明書にはないこと",
        },
    ];

    private static ProfileRule NoExtendedUsage(RuleSubject s) => new()
    {
        Clause = $"{s.Prefix}-EKU", Path = "extensions.extKeyUsage", Extension = Oids.ExtendedKeyUsage, Presence = RulePresence.Forbidden,
        Source = RuleSubject.OneSpecimen, Confidence = s.Seen(RuleConfidence.SingleSource),
        Expected = "absent, as in the only specimen", ExpectedJapanese = "ないこと (唯一の実例)",
    };

    private static ProfileRule ExtendedUsage(RuleSubject s) => new()
    {
        Clause = $"{s.Prefix}-EKU", Path = "extensions.extKeyUsage", Extension = Oids.ExtendedKeyUsage, Criticality = RuleCriticality.NonCritical, Order = 2,
        Value = string.Join(' ', s.Profile.ExtendedKeyUsages), Source = RuleSubject.Specimens, Confidence = s.Seen(), Rank = FindingRank.Warning,
        Expected = "not critical, exactly the profile's purposes", ExpectedJapanese = "非重要、プロファイルの用途だけ",
    };

    private static IEnumerable<ProfileRule> Policies(RuleSubject s) =>
    [
        new()
        {
            Clause = $"{s.Prefix}-CP", Path = "extensions.certificatePolicies", Extension = Oids.CertificatePolicies, Criticality = RuleCriticality.Critical, Order = 4,
            Value = "1", Source = RuleSubject.Specimens, Confidence = s.Seen(), RefusedWith = [VerificationReason.PolicyNotSingle, VerificationReason.PolicyNotCritical],
            Expected = "critical, exactly one policy", ExpectedJapanese = "重要、ポリシーは1つだけ",
        },
        new()
        {
            Clause = $"{s.Prefix}-CP-OID", Path = "extensions.certificatePolicies", Value = s.Profile.Policy, Source = RuleSubject.Specimens,
            Confidence = IsKnown(s.Profile.Policy) ? RuleConfidence.Confirmed : RuleConfidence.Unknown,
            RefusedWith = [VerificationReason.PolicyNotAccepted, VerificationReason.WrongPurpose],
            Expected = "the profile's policy", ExpectedJapanese = "プロファイルのポリシー",
        },
        new()
        {
            Clause = $"{s.Prefix}-CP-CPS", Path = "extensions.certificatePolicies", Value = s.Environment == JpkiEnvironment.Lab ? null : PractiseStatement,
            Source = RuleSubject.Specimens, Confidence = s.Seen(),
            Expected = "one qualifier id-qt-cps with an IA5String address", ExpectedJapanese = "修飾子は id-qt-cps (IA5String の URI) 1つ",
        },
    ];

    private static bool IsKnown(string policy) =>
        policy is Oids.PolicySignatureCard or Oids.PolicyUserAuthenticationCard or Oids.PolicySignatureCardTest;
}
