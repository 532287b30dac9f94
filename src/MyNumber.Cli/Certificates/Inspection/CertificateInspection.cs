using System.Globalization;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Numbering.People;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>The rows of a certificate. Of a holder's, serial, subject, key and place of residence are personal too.</summary>
internal static class CertificateInspection
{
    public static void Write(JpkiCertificate certificate, FieldRows rows)
    {
        bool isAuthority = certificate.IsAuthority == true;
        Action<string, string, string, string?> own = isAuthority ? rows.Add : rows.AddPersonal;
        rows.Add("purpose", "purpose", "種別", Purpose(certificate, isAuthority, rows.Language));
        rows.Add("issuer", "issuer", "発行者", NameText.Of(certificate.IssuerName));
        own("subject", "subject", "主体者", NameText.Of(certificate.SubjectName));
        own("serialNumber", "serial number", "発行の番号", Convert.ToHexString(certificate.SerialNumber.Span));
        rows.Add("notBefore", "valid from", "有効期間の開始", Time(certificate.NotBefore));
        rows.Add("notAfter", "valid to", "有効期間の満了", Time(certificate.NotAfter));
        rows.Add("signatureAlgorithm", "signature algorithm", "署名の方式", AlgorithmNames.Of(certificate.SignatureAlgorithm));
        rows.Add("key", "key", "公開鍵", string.Create(CultureInfo.InvariantCulture, $"{AlgorithmNames.Of(certificate.PublicKeyAlgorithm)}, {certificate.KeySize} {rows.Language.Pick("bit", "ビット")}"));
        rows.Add("keyUsage", "key usage", "鍵用途", FieldWords.Of(certificate.KeyUsage, rows.Language));
        rows.Add("extendedKeyUsage", "extended key usage", "拡張鍵用途", string.Join(", ", certificate.ExtendedKeyUsages.Select(AlgorithmNames.Of)));
        rows.Add("policies", "policy", "証明書ポリシー", string.Join(", ", certificate.Policies.Select(policy => AlgorithmNames.OfPolicy(policy, rows.Language))));
        rows.Add("issuerKeyIdentifier", "issuer's generation", "発行した鍵の世代", Hex(certificate.AuthorityKeyIdentifier?.KeyIdentifier));
        own("subjectKeyIdentifier", "key identifier", "鍵識別子", Hex(certificate.SubjectKeyIdentifier));
        own("crlDistributionPoint", "list that names it", "失効リストの区分", certificate.CrlDistributionPoint.IsEmpty ? null : NameText.Of(certificate.CrlDistributionPoint));
        rows.Add("ocsp", "OCSP responder", "OCSP レスポンダー", certificate.OcspAddress);
        rows.Add("notUnderstood", "critical and not understood", "解釈できない重要な拡張", string.Join(", ", certificate.UnrecognisedCriticalExtensions));
        if (certificate.Holder is { } holder)
        {
            WriteHolder(holder, rows);
        }
    }

    /// <summary>An instant in Universal Time and in Japan's.</summary>
    public static string Time(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{CertificateWords.Time(time)} ({JapanTime.Of(time):yyyy-MM-dd HH:mm:ss} JST)");

    public static string Purpose(JpkiCertificate certificate, bool isAuthority, Language language) => isAuthority
        ? language.Pick("authority's certificate", "認証局証明書")
        : certificate.ExtendedKeyUsages.Contains(Oids.TimeStamping) ? language.Pick("timestamp authority's certificate", "時刻認証局の証明書")
        : certificate.ExtendedKeyUsages.Contains(Oids.OcspSigning) ? language.Pick("OCSP responder's certificate", "OCSP レスポンダーの証明書")
        : CertificateWords.Name(CertificateWords.IsSignature(certificate) ? CertificatePurpose.Signature : CertificatePurpose.UserAuthentication, language);

    private static void WriteHolder(HolderAttributes holder, FieldRows rows)
    {
        FourAttributes person = holder.Attributes;
        rows.AddPersonal("holderName", "holder's name", "氏名", person.Name);
        rows.AddPersonal("holderAddress", "holder's address", "住所", person.Address);
        rows.AddPersonal("holderBirthDate", "holder's birth date", "生年月日", person.BirthDate.ToCardForm());
        rows.AddPersonal("holderSex", "holder's sex", "性別", FieldWords.Of(person.Sex, rows.Language));
        rows.Add("hasSubstitutes", "substitute characters", "代替文字", holder.HasSubstitutes ? rows.Language.Pick("yes", "あり") : rows.Language.Pick("none", "なし"));
        rows.AddPersonal("nameSubstitutes", "substitutes in the name", "氏名の代替文字", holder.HasSubstitutes ? holder.NameSubstitutes : null);
        rows.AddPersonal("addressSubstitutes", "substitutes in the address", "住所の代替文字", holder.HasSubstitutes ? holder.AddressSubstitutes : null);
        rows.Add("otherNames", "other names of the arc", "未知の項目", string.Join(", ", holder.Unrecognised.Keys));
    }

    private static string? Hex(ReadOnlyMemory<byte>? bytes) => bytes is { Length: > 0 } there ? Convert.ToHexString(there.Span) : null;
}
