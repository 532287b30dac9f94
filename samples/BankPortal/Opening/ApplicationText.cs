using BankPortal.Words;
using MyNumber.Numbering.People;

namespace BankPortal.Opening;

/// <summary>The application as plain Japanese text: the customer reads it here, reads it again at the card agent, and signs it.</summary>
internal static class ApplicationText
{
    public static string Write(OpenForm form, string receipt, DateOnly day) => string.Join('\n',
        "見本銀行 口座開設申込書 兼 お客様総合ポータル利用申込書",
        string.Empty,
        $"受付番号: {receipt}",
        $"申込日: {JapaneseTime.Of(day)}",
        $"氏名: {form.Name}",
        $"住所: {form.Address}",
        $"生年月日: {JapaneseTime.Of(form.BirthDate)}",
        $"性別: {(form.Sex == Sex.Male ? "男" : "女")}",
        $"電話番号: {form.Phone}",
        $"取引店: {form.Branch}",
        $"預金の種類: {form.Kind}",
        $"取引の目的: {form.Purpose}",
        string.Empty,
        "私は、上の内容で口座の開設とお客様総合ポータルの利用を申し込みます。",
        "次のことに同意します。",
        "・署名用電子証明書の4情報 (氏名・住所・生年月日・性別) と、申込みの内容を照らし合わせること",
        "・電子証明書の有効性を、申込みのときとその後に確認すること",
        "・署名用と利用者証明用の二つの電子証明書を、口座に結び付けて管理すること");
}
