using System.Security.Cryptography.X509Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Cli.Certificates;

/// <summary>The field's words for certificates.</summary>
internal static class CertificateWords
{
    /// <summary>Whether a certificate is the one that signs documents: it alone has nonRepudiation.</summary>
    public static bool IsSignature(JpkiCertificate certificate) => certificate.KeyUsage is { } usage && usage.HasFlag(X509KeyUsageFlags.NonRepudiation);

    public static string Name(CertificatePurpose purpose, Language language) => purpose == CertificatePurpose.Signature
        ? language.Pick("signature certificate", "署名用電子証明書")
        : language.Pick("user-authentication certificate", "利用者証明用電子証明書");

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
        _ => language.Pick("unknown", "不明"),
    };
}
