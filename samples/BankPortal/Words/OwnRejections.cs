using MyNumber.Jpki.AspNetCore.Problems;

namespace BankPortal.Words;

/// <summary>Why this bank itself refuses.</summary>
internal static class OwnRejections
{
    public static JpkiRejection CardNotLinked { get; } = JpkiRejection.Own(
        nameof(CardNotLinked), StatusCodes.Status401Unauthorized, "このカードと結び付いた口座がありません", "no account is linked to this card",
        "口座をお持ちでないときは、口座開設からお申し込みください。カードや電子証明書を更新したあとは、店舗にご連絡ください", "open an account, or call the bank after a renewal");

    public static JpkiRejection DraftGone { get; } = JpkiRejection.Own(
        nameof(DraftGone), StatusCodes.Status400BadRequest, "申込みの途中の内容が残っていません", "the application in progress is gone",
        "30分以内に手続きを終えられなかったか、すでに送信されています。口座開設を最初からやり直してください", "begin again");

    public static JpkiRejection EarlierVersion { get; } = JpkiRejection.Own(
        nameof(EarlierVersion), StatusCodes.Status400BadRequest, "直す前の申込書に署名されました", "an earlier version was signed",
        "口座は開設していません。いまの申込書を確認して、もう一度署名してください", "read the present version and sign it");

    public static JpkiRejection[] All { get; } = [CardNotLinked, DraftGone, EarlierVersion];
}
