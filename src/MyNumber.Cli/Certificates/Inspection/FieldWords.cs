using System.Security.Cryptography.X509Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Revocation;
using MyNumber.Numbering.People;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>Values of fields in the field's words: Japanese for a person who reads Japanese, the standards' names otherwise and in JSON.</summary>
internal static class FieldWords
{
    private static readonly (X509KeyUsageFlags Flag, string Japanese)[] _usages =
    [
        (X509KeyUsageFlags.DigitalSignature, "デジタル署名"), (X509KeyUsageFlags.NonRepudiation, "否認防止"), (X509KeyUsageFlags.KeyEncipherment, "鍵暗号化"),
        (X509KeyUsageFlags.DataEncipherment, "データ暗号化"), (X509KeyUsageFlags.KeyAgreement, "鍵共有"), (X509KeyUsageFlags.KeyCertSign, "証明書への署名"),
        (X509KeyUsageFlags.CrlSign, "失効リストへの署名"), (X509KeyUsageFlags.EncipherOnly, "暗号化のみ"), (X509KeyUsageFlags.DecipherOnly, "復号のみ"),
    ];

    public static string? Of(X509KeyUsageFlags? usage, Language language) => language != Language.Japanese ? usage?.ToString()
        : usage is { } flags ? string.Join("、", _usages.Where(row => flags.HasFlag(row.Flag)).Select(row => row.Japanese)) : null;

    public static string Of(Sex sex, Language language) => language != Language.Japanese ? sex.ToString() : sex switch
    {
        Sex.Male => "男",
        Sex.Female => "女",
        _ => "その他・不明",
    };

    public static string Of(RevocationReason reason, Language language) => language != Language.Japanese ? reason.ToString() : reason switch
    {
        RevocationReason.Unspecified => "理由の指定なし",
        RevocationReason.KeyCompromise => "鍵の危殆化",
        RevocationReason.CACompromise => "認証局の鍵の危殆化",
        RevocationReason.AffiliationChanged => "所属・記載事項の変更",
        RevocationReason.Superseded => "新しい証明書への置き換え",
        RevocationReason.CessationOfOperation => "利用の終了",
        RevocationReason.CertificateHold => "一時保留",
        _ => reason.ToString(),
    };
}
