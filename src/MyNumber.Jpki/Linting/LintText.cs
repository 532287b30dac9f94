namespace MyNumber.Jpki.Linting;

/// <summary>The fixed words of findings in both languages.</summary>
internal static class LintText
{
    public static string English(FindingRank rank) => rank switch
    {
        FindingRank.Error => "error",
        FindingRank.Warning => "warning",
        FindingRank.Notice => "notice",
        _ => "not known",
    };

    public static string Japanese(FindingRank rank) => rank switch
    {
        FindingRank.Error => "誤り",
        FindingRank.Warning => "警告",
        FindingRank.Notice => "注記",
        _ => "不明",
    };

    public static string English(FindingKind kind, string expected) => kind switch
    {
        FindingKind.Missing => $"missing; expected: {expected}",
        FindingKind.Unexpected => $"present, and expected is: {expected}",
        FindingKind.Criticality => $"wrongly marked; expected: {expected}",
        FindingKind.Order => $"out of order; expected: {expected}",
        FindingKind.Value => $"another value; expected: {expected}",
        FindingKind.Encoding => $"another type or encoding; expected: {expected}",
        FindingKind.Repeated => $"stands more than once; expected: {expected}",
        _ => $"cannot be read; expected: {expected}",
    };

    public static string Japanese(FindingKind kind, string expected) => kind switch
    {
        FindingKind.Missing => $"ありません。期待: {expected}",
        FindingKind.Unexpected => $"あってはならないものがあります。期待: {expected}",
        FindingKind.Criticality => $"重要 (critical) の印が違います。期待: {expected}",
        FindingKind.Order => $"順序が違います。期待: {expected}",
        FindingKind.Value => $"値が違います。期待: {expected}",
        FindingKind.Encoding => $"型または符号化が違います。期待: {expected}",
        FindingKind.Repeated => $"重複しています。期待: {expected}",
        _ => $"読めません。期待: {expected}",
    };
}
