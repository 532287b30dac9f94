using System.Globalization;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Linting;

/// <summary>Rows about the fields of TBSCertificate (RFC 5280 §4.1).</summary>
internal static class FieldRules
{
    public const string AuthorityName = "C=P,O=U,OU=U,OU=U";

    private const string SignatureSubject = "C=P,L=U,L=U,CN=U", LoginSubject = "C=P,CN=U";

    public static IEnumerable<ProfileRule> Of(RuleSubject s) => [.. Encoding(s.Prefix), .. Header(s), .. Names(s), .. Period(s.Prefix, s.Seen()), Key(s)];

    public static IEnumerable<ProfileRule> Encoding(string prefix) =>
    [
        new()
        {
            Clause = $"{prefix}-DER", Path = "Certificate", Source = "RFC 5280 §4.1, X.690", RefusedWith = [VerificationReason.CertificateMalformed],
            Expected = "one DER certificate that the strict reader reads, nothing after it", ExpectedJapanese = "厳格に読める DER の証明書1つ (後続なし)",
        },
        new()
        {
            Clause = $"{prefix}-VERSION", Path = "tbsCertificate.version", Source = "RFC 5280 §4.1.2.1", RefusedWith = [VerificationReason.ProfileMismatch], Value = "2",
            Expected = "version 3", ExpectedJapanese = "バージョン3",
        },
        new()
        {
            Clause = $"{prefix}-SERIAL", Path = "tbsCertificate.serialNumber", Source = "RFC 5280 §4.1.2.2", Value = "20",
            RefusedWith = [VerificationReason.SerialNumberNotPositive, VerificationReason.CertificateMalformed],
            Expected = "a positive INTEGER of at most 20 octets", ExpectedJapanese = "20オクテット以下の正の INTEGER",
        },
    ];

    public static IEnumerable<ProfileRule> Period(string prefix, RuleConfidence seen) =>
    [
        new()
        {
            Clause = $"{prefix}-TIME-TYPE", Path = "tbsCertificate.validity", Source = "RFC 5280 §4.1.2.5",
            Expected = "UTCTime with seconds and Z, for years before 2050", ExpectedJapanese = "2049年まで秒と Z のある UTCTime",
        },
        new()
        {
            Clause = $"{prefix}-NOT-AFTER", Path = "tbsCertificate.validity.notAfter", Source = RuleSubject.Specimens, Confidence = seen, Value = "145959Z",
            Rank = FindingRank.Warning,
            Expected = "the last second of a day in Japan, 14:59:59Z", ExpectedJapanese = "日本時間の日の最後の秒 (14:59:59Z)",
        },
    ];

    private static IEnumerable<ProfileRule> Header(RuleSubject s) =>
    [
        new()
        {
            Clause = $"{s.Prefix}-SERIAL-LENGTH", Path = "tbsCertificate.serialNumber", Source = RuleSubject.Specimens, Confidence = s.Seen(), Rank = FindingRank.Notice, Value = "4",
            Expected = "at most four octets, as in every specimen", ExpectedJapanese = "4オクテット以下 (実例すべて)",
        },
        new()
        {
            Clause = $"{s.Prefix}-SIGALG", Path = "tbsCertificate.signature", Source = RuleSubject.Specimens, Confidence = s.Seen(), Value = s.Profile.SignatureAlgorithm,
            RefusedWith = [VerificationReason.CertificateAlgorithmNotAccepted],
            Expected = "the profile's algorithm, the same inside and outside, RSA with NULL parameters",
            ExpectedJapanese = "プロファイルの署名アルゴリズム (内側と外側が同一、RSA は NULL パラメータ)",
        },
        new()
        {
            Clause = $"{s.Prefix}-LIFETIME", Path = "tbsCertificate.validity", Source = "municipal pages and specimens: to the fifth birthday, the sixth on renewal", Confidence = s.Seen(),
            Rank = FindingRank.Warning, Value = "6",
            Expected = "at most six years", ExpectedJapanese = "6年以内",
        },
    ];

    private static IEnumerable<ProfileRule> Names(RuleSubject s) =>
    [
        Issuer($"{s.Prefix}-ISSUER", "tbsCertificate.issuer", s.Profile.Purpose, s.Environment) with { Confidence = s.Seen(), RefusedWith = [VerificationReason.IssuerUnknown] },
        new()
        {
            Clause = $"{s.Prefix}-SUBJECT", Path = "tbsCertificate.subject", Value = s.IsSignature ? SignatureSubject : LoginSubject,
            Source = RuleSubject.Specimens, Confidence = s.Seen(),
            Expected = s.IsSignature ? "C (PrintableString), prefecture and municipality as L, CN (UTF8String), one to a set" : "C (PrintableString), CN (UTF8String), one to a set",
            ExpectedJapanese = s.IsSignature ? "C (PrintableString)、都道府県と市区町村の L、CN (UTF8String)、各集合に1つ" : "C (PrintableString)、CN (UTF8String)、各集合に1つ",
        },
    ];

    /// <summary>An authority's name: its shape, and in production and test its organisation.</summary>
    public static ProfileRule Issuer(string clause, string path, CertificatePurpose purpose, JpkiEnvironment environment) => new()
    {
        Clause = clause,
        Path = path,
        Source = RuleSubject.Specimens,
        Value = environment switch
        {
            JpkiEnvironment.Production => Convert.ToHexString(ProductionAuthorities.NameSha256(purpose).Span),
            JpkiEnvironment.Test => AuthorityName + ";O=JPKI-TEST",
            _ => AuthorityName + ";O<>JPKI",
        },
        Expected = environment == JpkiEnvironment.Lab
            ? "C (PrintableString), O, OU, OU (UTF8String), one to a set, and no name of the real service"
            : "the authority's name of this environment, byte by byte: C (PrintableString), O, OU, OU (UTF8String)",
        ExpectedJapanese = environment == JpkiEnvironment.Lab
            ? "C (PrintableString)、O・OU・OU (UTF8String)、各集合に1つ、実サービスの名前でないこと"
            : "この環境の認証局名 (バイト単位): C (PrintableString)、O・OU・OU (UTF8String)",
    };

    private static ProfileRule Key(RuleSubject s) => new()
    {
        Clause = $"{s.Prefix}-KEY",
        Path = "tbsCertificate.subjectPublicKeyInfo",
        Source = RuleSubject.Specimens,
        Confidence = s.Seen(),
        Value = string.Create(CultureInfo.InvariantCulture, $"{s.Profile.PublicKeyAlgorithm} {s.Profile.KeySize}"),
        RefusedWith = [VerificationReason.KeyNotAccepted],
        Expected = s.Profile.PublicKeyAlgorithm == Oids.RsaEncryption
            ? string.Create(CultureInfo.InvariantCulture, $"RSA of {s.Profile.KeySize} bits, exponent 65537, NULL parameters")
            : string.Create(CultureInfo.InvariantCulture, $"a point on the named curve of {s.Profile.KeySize} bits"),
        ExpectedJapanese = s.Profile.PublicKeyAlgorithm == Oids.RsaEncryption
            ? string.Create(CultureInfo.InvariantCulture, $"RSA {s.Profile.KeySize} ビット、指数 65537、NULL パラメータ")
            : string.Create(CultureInfo.InvariantCulture, $"{s.Profile.KeySize} ビットの名前付き曲線上の点"),
    };
}
