using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Signatures.Timestamps;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>The rows of a timestamp (RFC 3161), whole answer or token. Nothing is verified.</summary>
internal static class TimestampInspection
{
    private static readonly string[] _states = ["granted", "grantedWithMods", "rejection", "waiting", "revocationWarning", "revocationNotification"];

    /// <summary>Writes an answer or a token.</summary>
    /// <returns>Whether it could be read.</returns>
    /// <exception cref="AsnContentException">A flaw.</exception>
    public static bool Write(ReadOnlyMemory<byte> stamp, FieldRows rows)
    {
        if (TimestampToken.TryParse(stamp.Span, out TimestampToken? token))
        {
            Write(token, string.Empty, rows);
            return true;
        }

        AsnReader response = new AsnReader(stamp, AsnEncodingRules.DER).ReadSequence();
        ReadOnlySpan<byte> status = response.ReadSequence().ReadIntegerBytes().Span;
        rows.Add("responseStatus", "the authority's answer", "時刻認証局の応答", status is [var state] && state < _states.Length ? $"{_states[state]} ({state})" : "?");
        if (!response.HasData)
        {
            return true;
        }

        bool isRead = TimestampToken.TryParse(response.ReadEncodedValue().Span, out token);
        if (isRead)
        {
            Write(token!, string.Empty, rows);
        }

        return isRead;
    }

    /// <summary>Writes a token; the place is behind the names of its rows.</summary>
    public static void Write(TimestampToken token, string place, FieldRows rows)
    {
        rows.Add($"time{place}", "time, by the authority", "時刻 (時刻認証局による)", CertificateInspection.Time(token.GeneratedAt));
        rows.Add($"accuracy{place}", "accuracy", "精度", token.Accuracy?.ToString("c", CultureInfo.InvariantCulture));
        rows.Add($"timestampPolicy{place}", "policy", "ポリシー", token.Policy);
        rows.Add($"imprintHash{place}", "hash of what was stamped", "対象のハッシュの方式", AlgorithmNames.Of(token.HashAlgorithm));
        rows.Add($"imprint{place}", "what was stamped, hashed", "対象のハッシュ値", Convert.ToHexString(token.Imprint.Span));
        rows.Add($"nonce{place}", "nonce", "ナンス", token.Nonce.IsEmpty ? rows.Language.Pick("no", "なし") : rows.Language.Pick("yes", "あり"));
        rows.Add($"authorities{place}", "certificates inside", "含まれる証明書", string.Join("; ", token.Certificates.Select(certificate => Name(certificate, rows))));
    }

    // An authority is no person: its name may be shown. Anybody can put a person's certificate beside it.
    private static string Name(ReadOnlyMemory<byte> der, FieldRows rows)
    {
        string kind = DocumentInspection.Name(der, rows.Language);
        return TimestampCheck.Read(der) is not { } certificate ? kind : Told(certificate);

        string Told(X509Certificate2 certificate)
        {
            using (certificate)
            {
                string subject = NameText.Of(certificate.SubjectName.RawData);
                return $"{kind} [{(IsOfAuthority(certificate) ? subject : rows.Personal(subject))}; {CertificateWords.Time(certificate.NotBefore)} – {CertificateWords.Time(certificate.NotAfter)}]";
            }
        }
    }

    private static bool IsOfAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority)
        || certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(usage => usage.Critical && usage.EnhancedKeyUsages is [{ Value: Oids.TimeStamping }]);
}
