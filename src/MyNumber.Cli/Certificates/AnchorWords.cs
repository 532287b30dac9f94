using MyNumber.Cli.Contract;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Cli.Certificates;

/// <summary>Why certificates are not taken for anchors, in words.</summary>
internal static class AnchorWords
{
    /// <summary>The faults, each once; with its name in English, by which the documentation has it.</summary>
    public static string Of(IReadOnlyList<RejectedAnchor> rejected, Language language) => rejected.Count == 0
        ? language.Pick("there is no certificate", "証明書がありません")
        : string.Join(language.Pick("; ", "、"), rejected.Select(one => one.Fault).Distinct().Select(fault => language.Pick($"{English(fault)} [{fault}]", Japanese(fault))));

    private static string English(TrustAnchorFault fault) => fault switch
    {
        TrustAnchorFault.NotACertificate => "neither DER nor PEM of certificates alone, or too much of it",
        TrustAnchorFault.NotAnAuthority => "no authority's self-signed certificate",
        TrustAnchorFault.OtherPurpose => "the authority of the other purpose",
        TrustAnchorFault.OtherEnvironment => "an authority of another environment",
        TrustAnchorFault.UnknownGeneration => "the authority's name with a key that is not published",
        TrustAnchorFault.FingerprintDiffers => "the fingerprint differs from the published one",
        TrustAnchorFault.RecordDiffers => "what is published beside the fingerprint differs",
        TrustAnchorFault.OtherName => "it bears another name than the first",
        TrustAnchorFault.KeyIdentifierRepeated => "two have one key identifier",
        _ => "more than 64 generations",
    };

    private static string Japanese(TrustAnchorFault fault) => fault switch
    {
        TrustAnchorFault.NotACertificate => "証明書だけの DER・PEM ではないか、大きすぎます",
        TrustAnchorFault.NotAnAuthority => "認証局の自己署名証明書ではありません",
        TrustAnchorFault.OtherPurpose => "別の用途の認証局です",
        TrustAnchorFault.OtherEnvironment => "別の環境の認証局です",
        TrustAnchorFault.UnknownGeneration => "公表されていない鍵です",
        TrustAnchorFault.FingerprintDiffers => "公表されたフィンガープリントと異なります",
        TrustAnchorFault.RecordDiffers => "公表された項目と異なります",
        TrustAnchorFault.OtherName => "名称が最初のものと異なります",
        TrustAnchorFault.KeyIdentifierRepeated => "鍵識別子が重複しています",
        _ => "64 世代を超えています",
    };
}
