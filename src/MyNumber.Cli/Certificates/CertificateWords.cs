using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Cli.Certificates;

/// <summary>The field's words for certificates.</summary>
internal static class CertificateWords
{
    /// <summary>Whether a certificate is the one that signs documents: it alone has nonRepudiation.</summary>
    public static bool IsSignature(JpkiCertificate certificate) => certificate.KeyUsage is { } usage && usage.HasFlag(X509KeyUsageFlags.NonRepudiation);

    public static string Name(CertificatePurpose purpose, Language language) => purpose == CertificatePurpose.Signature
        ? language.Pick("signature certificate", "署名用電子証明書")
        : language.Pick("user-authentication certificate", "利用者証明用電子証明書");

    /// <summary>A time as all answers write it.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The short name in options and JSON.</summary>
    public static string Code(CertificatePurpose purpose) => purpose == CertificatePurpose.Signature ? "sign" : "auth";

    public static string Kind(ContentKind kind, Language language) => kind switch
    {
        ContentKind.Certificate => language.Pick("certificate", "電子証明書"),
        ContentKind.RevocationList => language.Pick("revocation list", "失効リスト (CRL)"),
        ContentKind.OcspRequest => language.Pick("OCSP request", "OCSP 要求"),
        ContentKind.OcspResponse => language.Pick("OCSP response", "OCSP 応答"),
        ContentKind.SignedMessage => language.Pick("signed document (CMS)", "署名付き文書 (CMS)"),
        ContentKind.Xml => language.Pick("XML with signature", "XML 署名文書"),
        ContentKind.Pdf => language.Pick("PDF document", "PDF 文書"),
        ContentKind.Timestamp => language.Pick("timestamp", "タイムスタンプ"),
        _ => language.Pick("unknown", "不明"),
    };

    public static string State(CertificateState state, Language language) => state switch
    {
        CertificateState.Good => language.Pick("good", "有効"),
        CertificateState.Held => language.Pick("on hold", "一時保留"),
        CertificateState.Revoked => language.Pick("revoked", "失効"),
        CertificateState.Expired => language.Pick("expired", "期間満了"),
        CertificateState.NotYetValid => language.Pick("not yet valid", "有効期間前"),
        CertificateState.Unknown => language.Pick("unknown to the source", "照会先が知らない証明書"),
        CertificateState.Unreachable => language.Pick("no reliable answer", "信頼できる回答なし"),
        _ => language.Pick("not accepted", "受け入れられない証明書"),
    };
}
