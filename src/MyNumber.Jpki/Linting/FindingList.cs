namespace MyNumber.Jpki.Linting;

/// <summary>Collects findings, so many for a clause and no more.</summary>
internal sealed class FindingList
{
    private const int MostOfOneClause = 16;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<LintFinding> _findings = [];

    public IReadOnlyList<LintFinding> All => _findings;

    public bool Has(FindingRank rank) => _findings.Exists(finding => finding.Rank == rank);

    public bool IsFull(ProfileRule rule) => _counts.GetValueOrDefault(rule.Clause) >= MostOfOneClause;

    public void Add(ProfileRule rule, FindingKind kind, DerElement? at, string? path = null) => Add(rule, kind, at?.Offset ?? 0, path);

    public void Add(ProfileRule rule, FindingKind kind, int offset, string? path = null)
    {
        if (IsFull(rule))
        {
            return;
        }

        _counts[rule.Clause] = _counts.GetValueOrDefault(rule.Clause) + 1;
        _findings.Add(new LintFinding(
            rule.Clause,
            rule.EffectiveRank,
            kind,
            rule.Confidence,
            path is null ? rule.Path : $"{rule.Path}.{path}",
            offset,
            rule.Source,
            LintText.English(kind, rule.Expected),
            LintText.Japanese(kind, rule.ExpectedJapanese)));
    }
}
