namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>The conditions in two languages.</summary>
internal static class IdentityConditionText
{
    private static readonly Dictionary<IdentityCondition, (string Japanese, string English)> Texts = new()
    {
        [IdentityCondition.BetterNumberRowsAreDifficult] = ("番号確認の①から③までが困難と認められるか", "whether rows ① to ③ of the number check are found to be difficult"),
        [IdentityCondition.BetterPersonRowsAreDifficult] = ("身元確認の①から③までが困難と認められるか", "whether rows ① to ③ of the identity check are found to be difficult"),
        [IdentityCondition.AskerUsesNumbers] = ("確認する者が個人番号利用事務実施者か", "whether the one who checks uses numbers by law"),
        [IdentityCondition.AskerIsMayor] = ("確認する者が市町村長か", "whether the one who checks is the mayor"),
        [IdentityCondition.DocumentIsFoundSuitable] = ("個人番号利用事務実施者が適当と認めるか", "whether the body that uses numbers finds the document suitable"),
        [IdentityCondition.TaxMatter] = ("租税に関する事務で財務大臣等が提供を受けるか", "whether a tax authority is given the number in a tax matter"),
        [IdentityCondition.NoRefundClaim] = ("還付請求でないか", "whether it is no claim for a refund"),
        [IdentityCondition.OtherTaxMeasuresAreDifficult] = ("⑤アからエまでが困難か", "whether the measures ⑤ア to エ are difficult"),
        [IdentityCondition.PlainlyTheSamePerson] = ("雇用関係等から人違いでないことが明らかと認められるか", "whether employment or the like makes plain who it is"),
        [IdentityCondition.NotificationCardIsUnchanged] = ("通知カードの記載が住民票と一致しているか", "whether the notification card still shows what the resident record shows"),
    };

    public static string Japanese(IdentityCondition condition) => Texts[condition].Japanese;

    public static string English(IdentityCondition condition) => Texts[condition].English;
}
