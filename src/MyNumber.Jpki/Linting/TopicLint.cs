namespace MyNumber.Jpki.Linting;

/// <summary>Finds rows by topic while a list or an answer is linted; a row that is not in the set is not judged.</summary>
internal sealed class TopicLint
{
    private readonly Dictionary<string, ProfileRule> _rules;

    public TopicLint(ProfileRuleSet rules) => _rules = rules.Rules.ToDictionary(rule => rule.Topic, StringComparer.Ordinal);

    public FindingList Findings { get; } = new();

    public void With(string topic, Action<ProfileRule> judge)
    {
        if (_rules.TryGetValue(topic, out ProfileRule? rule))
        {
            judge(rule);
        }
    }

    public void Tell(string topic, FindingKind kind, DerElement? at, string? path = null) => With(topic, rule => Findings.Add(rule, kind, at, path));

    public void Demand(string topic, bool right, FindingKind kind, DerElement? at, string? path = null)
    {
        if (!right)
        {
            Tell(topic, kind, at, path);
        }
    }
}
