using MyNumber.Card.Applications.Jpki;

namespace CardAgent.Pages;

/// <summary>How the field for a PIN is named and shaped.</summary>
internal sealed record PinWords(string Label, string Hint, string Shape, int Length, Markup Attributes)
{
    public static PinWords Of(JpkiKey key, Words words) => key == JpkiKey.UserAuthentication
        ? new PinWords(
            words.Of("利用者証明用 暗証番号", "PIN for user authentication"),
            words.Of("数字4桁", "4 digits"),
            "[0-9]{4}",
            4,
            Markup.Of($"inputmode=\"numeric\""))
        : new PinWords(
            words.Of("署名用 暗証番号", "Password for signatures"),
            words.Of("半角の英字と数字を混ぜた6〜16文字。小文字は大文字として扱います", "6 to 16 letters and digits, both; small letters count as capital ones"),
            "[0-9A-Za-z]{6,16}",
            16,
            Markup.Of($"inputmode=\"text\" autocapitalize=\"characters\""));
}
