using MyNumber.Jpki;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Numbering.People;

namespace BankOnboarding;

/// <summary>What came out, in the words of a Japanese bank; the name in the code stands behind it, to be looked up.</summary>
internal static class Words
{
    public static string Of(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Valid => "有効",
        VerificationOutcome.Invalid => "拒否",
        _ => "判断できない",
    };

    public static string Of(VerificationReason reason) => $"{ReasonTexts.Find(reason).Japanese} ({reason})";

    public static string Of(RevocationState? state) => state == RevocationState.Good ? "有効" : $"有効と確認できない ({state})";

    public static string Of(RevocationReason? reason) => reason == RevocationReason.AffiliationChanged ? "記載事項の変更 (AffiliationChanged)" : $"ほかの失効理由 ({reason})";

    public static string Of(StatusAdvice advice) => advice switch
    {
        StatusAdvice.Continue => "続けてよい (Continue)",
        StatusAdvice.UpdateAttributes => "氏名や住所の変更を確認する (UpdateAttributes)",
        _ => $"ほかの助言 ({advice})",
    };

    public static string Of(ComparisonVerdict? verdict) => verdict switch
    {
        ComparisonVerdict.Match => "一致 (Match)",
        ComparisonVerdict.Mismatch => "不一致 (Mismatch)",
        _ => $"窓口で確認 ({verdict})",
    };

    public static string Of(FourAttributesComparison? comparison) =>
        comparison is null ? "突合していない" : $"{Of(comparison.Verdict)}: {string.Join("、", comparison.Rows.Select(row => $"{Of(row.Attribute)}は{Of(row.Outcome)}"))}";

    private static string Of(PersonAttribute attribute) => attribute switch
    {
        PersonAttribute.Name => "氏名",
        PersonAttribute.Address => "住所",
        PersonAttribute.BirthDate => "生年月日",
        _ => "性別",
    };

    private static string Of(AttributeOutcome outcome) => outcome switch
    {
        AttributeOutcome.Same => "同じ",
        AttributeOutcome.SameWhenFolded => "全角・半角などをそろえて同じ",
        AttributeOutcome.Different => "違う",
        _ => $"窓口で確認 ({outcome})",
    };
}
