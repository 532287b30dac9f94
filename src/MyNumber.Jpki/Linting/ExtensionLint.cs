namespace MyNumber.Jpki.Linting;

/// <summary>Holds a list of extensions against the rows that are about the list: presence, marks, order, form. The same for certificates and lists.</summary>
internal static class ExtensionLint
{
    public static void Judge(IReadOnlyList<ExtensionView> extensions, ProfileRuleSet rules, FindingList findings)
    {
        Dictionary<string, ProfileRule> known = [];
        foreach (ProfileRule rule in rules.Rules)
        {
            if (rule.Extension is { } oid)
            {
                known.TryAdd(oid, rule);
                JudgeOne(extensions.FirstOrDefault(extension => extension.Oid == oid), rule, findings);
            }
        }

        JudgeForms(extensions, Topic(rules, "EXT-FORM"), findings);
        JudgeRepeated(extensions, Topic(rules, "EXT-REPEATED"), findings);
        JudgeUnknown(extensions, known, Topic(rules, "EXT-CRITICAL"), Topic(rules, "EXT-OTHER"), findings);
        JudgeOrder(extensions, known, Topic(rules, "EXT-ORDER"), findings);
    }

    private static ProfileRule? Topic(ProfileRuleSet rules, string topic) => rules.Rules.FirstOrDefault(rule => rule.Topic == topic);

    private static void JudgeOne(ExtensionView? extension, ProfileRule rule, FindingList findings)
    {
        if (extension is null)
        {
            if (rule.Presence == RulePresence.Required)
            {
                findings.Add(rule, FindingKind.Missing, null);
            }

            return;
        }

        if (rule.Presence == RulePresence.Forbidden)
        {
            findings.Add(rule, FindingKind.Unexpected, extension.Whole);
        }

        if (rule.Criticality != RuleCriticality.NotJudged && extension.IsCritical != (rule.Criticality == RuleCriticality.Critical))
        {
            findings.Add(rule, FindingKind.Criticality, extension.Whole);
        }
    }

    private static void JudgeForms(IReadOnlyList<ExtensionView> extensions, ProfileRule? rule, FindingList findings)
    {
        for (int i = 0; rule is not null && i < extensions.Count; i++)
        {
            if (!extensions[i].IsWellFormed || extensions[i].Value is null)
            {
                findings.Add(rule, FindingKind.Malformed, extensions[i].Whole, At(i));
            }
        }
    }

    private static void JudgeRepeated(IReadOnlyList<ExtensionView> extensions, ProfileRule? rule, FindingList findings)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; rule is not null && i < extensions.Count; i++)
        {
            if (extensions[i].Oid is { } oid && !seen.Add(oid))
            {
                findings.Add(rule, FindingKind.Repeated, extensions[i].Whole, At(i));
            }
        }
    }

    private static void JudgeUnknown(
        IReadOnlyList<ExtensionView> extensions, Dictionary<string, ProfileRule> known, ProfileRule? critical, ProfileRule? other, FindingList findings)
    {
        for (int i = 0; i < extensions.Count; i++)
        {
            ProfileRule? rule = extensions[i].IsCritical ? critical : other;
            if (rule is not null && extensions[i].Oid is { } oid && !known.ContainsKey(oid))
            {
                findings.Add(rule, FindingKind.Unexpected, extensions[i].Whole, At(i));
            }
        }
    }

    private static void JudgeOrder(IReadOnlyList<ExtensionView> extensions, Dictionary<string, ProfileRule> known, ProfileRule? rule, FindingList findings)
    {
        int highest = 0;
        for (int i = 0; rule is not null && i < extensions.Count; i++)
        {
            if (extensions[i].Oid is not { } oid || !known.TryGetValue(oid, out ProfileRule? row) || row.Order is not { } place)
            {
                continue;
            }

            if (place < highest)
            {
                findings.Add(rule, FindingKind.Order, extensions[i].Whole, At(i));
            }

            highest = Math.Max(highest, place);
        }
    }

    private static string At(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{index}");
}
