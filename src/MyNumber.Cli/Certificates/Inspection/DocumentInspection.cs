using System.Globalization;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>The rows of a signed document in CMS. Nothing is verified.</summary>
internal static class DocumentInspection
{
    public static void Write(CmsSignedDocument document, FieldRows rows)
    {
        rows.Add("contentType", "content type", "内容の型", AlgorithmNames.Of(document.ContentType));
        rows.Add("content", "content", "内容", document.Content is { } content
            ? rows.Language.Pick($"attached, {content.Length} bytes", $"内包 ({content.Length} バイト)")
            : rows.Language.Pick("detached", "分離 (文書の外)"));
        rows.Add("certificates", "certificates inside", "含まれる証明書", string.Join(", ", document.Certificates.Select(der => Name(der, rows.Language))));
        rows.Add("signers", "signers", "署名者の数", document.Signers.Count.ToString(CultureInfo.InvariantCulture));
        foreach (CmsSignerInfo signer in document.Signers)
        {
            Write(signer, signer.Index == 0 ? string.Empty : (signer.Index + 1).ToString(CultureInfo.InvariantCulture), rows);
        }
    }

    /// <summary>Writes one signer; the place is behind the names of its rows.</summary>
    public static void Write(CmsSignerInfo signer, string place, FieldRows rows)
    {
        rows.Add($"digest{place}", "digest", "ハッシュ", AlgorithmNames.Of(signer.DigestAlgorithm));
        rows.Add($"signature{place}", "signature", "署名", AlgorithmNames.Of(signer.SignatureAlgorithm));
        rows.Add($"claimedTime{place}", "signing time, claimed only", "署名時刻 (自己申告)", signer.ClaimedSigningTime is { } time ? CertificateInspection.Time(time) : null);
        rows.Add($"signingCertificate{place}", "signing-certificate-v2", "署名者証明書の結び付け", signer.HasSigningCertificate ? rows.Language.Pick("yes", "あり") : rows.Language.Pick("no", "なし"));
        rows.Add($"timestamps{place}", "timestamps", "タイムスタンプの数", signer.TimestampTokens.Count.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What a certificate inside is for.</summary>
    public static string Name(ReadOnlyMemory<byte> der, Language language) => JpkiCertificate.TryParse(der.Span, out JpkiCertificate? certificate, out CertificatePart flaw)
        ? CertificateInspection.Purpose(certificate, certificate.IsAuthority == true, language)
        : $"? ({flaw})";
}
