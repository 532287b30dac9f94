using MyNumber.Jpki.Certificates;

namespace CardCounter;

/// <summary>証明書発行サーバ: the municipality's own server, which makes the certificate of residence (住民票の写し) for a holder that the centre has verified.</summary>
internal sealed class CertificateServer(ResidentRegister register)
{
    /// <summary>Prints for the holder of a certificate.</summary>
    /// <remarks>Whoever looks over a shoulder, or holds somebody else's card, must not learn of a protection: both refusals read alike.</remarks>
    public KioskAnswer Print(CertificateIdentity holder) => register.Find(holder) switch
    {
        null => Counter("住民票がこの市にありません。"),
        { } citizen when register.IsProtected(citizen) => Counter("支援措置 (DV・ストーカー等) の対象者です。写しは窓口でのみ、本人確認のうえ交付します。"),
        _ => new KioskAnswer(true, "住民票の写しを印刷しました (裏面に偽造防止情報)。", string.Empty),
    };

    private static KioskAnswer Counter(string reason) => new(false, "この端末では交付できません。市区町村の窓口へお越しください。", reason);
}
