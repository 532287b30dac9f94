namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>The explanation of an answer, in two languages.</summary>
internal static class IdentityExplanation
{
    public static IReadOnlyList<string> Japanese(IdentityCheckResult result) =>
    [
        result.Outcome switch
        {
            IdentityCheckOutcome.Sufficient => "本人確認: 足りる。",
            IdentityCheckOutcome.Insufficient => "本人確認: 足りない。個人番号のみでの本人確認はできない (法16)。",
            _ => "本人確認: この表では決まらない。足りるものとして扱わない。",
        },
        .. Japanese(result.Number, "番号確認"),
        .. Japanese(result.Person, "身元(実存)確認"),
    ];

    public static IReadOnlyList<string> English(IdentityCheckResult result) =>
    [
        result.Outcome switch
        {
            IdentityCheckOutcome.Sufficient => "Identity check: sufficient.",
            IdentityCheckOutcome.Insufficient => "Identity check: not sufficient. A number alone never proves who somebody is (法16).",
            _ => "Identity check: this table does not decide it. Do not take it for sufficient.",
        },
        .. English(result.Number, "Number check"),
        .. English(result.Person, "Identity of the person"),
    ];

    private static IEnumerable<string> Japanese(IdentityPartResult part, string name) => part.Outcome switch
    {
        IdentityCheckOutcome.Sufficient => [$"{name}: {part.Rules[0].Id} により足りる。", .. part.Rules.Select(Japanese)],
        IdentityCheckOutcome.Insufficient => [$"{name}: 次のいずれかが必要。", .. part.Rules.Select(Japanese)],
        _ when part.Rules.Count == 0 => [$"{name}: この場面・この日についての行がない。"],
        _ => [$"{name}: 次の事情が分かれば決まる: {string.Join("、", part.OpenConditions.Select(IdentityConditionText.Japanese))}。", .. part.Rules.Select(Japanese)],
    };

    private static IEnumerable<string> English(IdentityPartResult part, string name) => part.Outcome switch
    {
        IdentityCheckOutcome.Sufficient => [$"{name}: sufficient by {part.Rules[0].Id}.", .. part.Rules.Select(English)],
        IdentityCheckOutcome.Insufficient => [$"{name}: one of these is needed.", .. part.Rules.Select(English)],
        _ when part.Rules.Count == 0 => [$"{name}: no row for this situation and day."],
        _ => [$"{name}: decided once this is known: {string.Join("; ", part.OpenConditions.Select(IdentityConditionText.English))}.", .. part.Rules.Select(English)],
    };

    private static string Japanese(IdentityRule rule) => $"{rule.Id} {rule.Japanese} ({rule.Clause})。出典: {rule.Source}";

    private static string English(IdentityRule rule) => $"{rule.Id} {rule.English} ({rule.Clause}). Source: {rule.Source}";
}
