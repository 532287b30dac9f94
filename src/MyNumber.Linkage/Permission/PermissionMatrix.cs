using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>The permission matrix (利用特定個人情報の提供に係る主務省令, 旧 別表第二, and ordinances): what no rule allows is refused.</summary>
/// <remarks>An immutable snapshot, thread safe. Rules carry their periods, so one matrix answers for past, present and announced law. A decision does not allocate.</remarks>
public sealed class PermissionMatrix
{
    /// <summary>The most items of a rule; ours.</summary>
    public const int MostItems = 10_000;

    private readonly FrozenDictionary<RuleKey, CompiledRule[]> _rules;

    private PermissionMatrix(PermissionRule[] rules)
    {
        Rules = Array.AsReadOnly(rules);
        Version = MatrixEncoding.Hash(rules);
        _rules = rules.Select(rule => new CompiledRule(rule)).SelectMany(Keys)
            .GroupBy(pair => pair.Key, pair => pair.Rule)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The rules, by name.</summary>
    public IReadOnlyList<PermissionRule> Rules { get; }

    /// <summary>The hash over all rules: another one when anything of any rule is another, and the same in whatever order rules and items were given.</summary>
    public MatrixVersion Version { get; }

    /// <summary>Makes a matrix when every rule is sound.</summary>
    /// <param name="rules">The rules; copied. None makes a matrix that refuses everything.</param>
    /// <param name="matrix">The matrix, or <see langword="null"/>.</param>
    /// <param name="bad">Every rule that is not sound; empty when there is a matrix.</param>
    /// <returns>Whether there is a matrix.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or one of them is null.</exception>
    public static bool TryCreate(IEnumerable<PermissionRule> rules, [NotNullWhen(true)] out PermissionMatrix? matrix, out IReadOnlyList<BadRule> bad)
    {
        ArgumentNullException.ThrowIfNull(rules);
        List<PermissionRule> taken = [];
        List<BadRule> refused = [];
        HashSet<RuleId> names = [];
        foreach ((int index, PermissionRule rule) in rules.Index())
        {
            ArgumentNullException.ThrowIfNull(rule, nameof(rules));
            RuleFault fault = RuleCheck.Of(rule);
            fault = fault == RuleFault.None && !names.Add(rule.Id) ? RuleFault.DuplicateId : fault;
            if (fault == RuleFault.None)
            {
                taken.Add(rule with { Items = Array.AsReadOnly([.. rule.Items.Distinct().Order()]) });
            }
            else
            {
                refused.Add(new BadRule(index, rule.Id, fault));
            }
        }

        bad = refused.AsReadOnly();
        matrix = refused.Count == 0 ? new PermissionMatrix([.. taken.OrderBy(rule => rule.Id)]) : null;
        return matrix is not null;
    }

    /// <summary>Makes a matrix.</summary>
    /// <param name="rules">The rules; copied.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A rule is not sound; the message names the first and its <see cref="RuleFault"/>.</exception>
    public static PermissionMatrix Create(IEnumerable<PermissionRule> rules) => TryCreate(rules, out PermissionMatrix? matrix, out IReadOnlyList<BadRule> bad)
        ? matrix
        : throw new ArgumentException($"Rule {bad[0].Id} at {bad[0].Index} is not sound: {bad[0].Fault}.", nameof(rules));

    /// <summary>Decides by the rules alone; <see cref="PermissionPolicy"/> adds what is noted about agencies.</summary>
    internal PermissionDecision Decide(Agency inquirer, Agency provider, in PermissionRequest request)
    {
        Choice choice = default;
        Consider(AgencyClass.SelectorOf(inquirer.Id), inquirer, provider, request, ref choice);
        Consider(AgencyClass.SelectorOf(inquirer.Kind), inquirer, provider, request, ref choice);
        return choice.Rule is { } rule ? new PermissionDecision(Version, rule) : new PermissionDecision(Version, choice.Refusal);
    }

    private static IEnumerable<(RuleKey Key, CompiledRule Rule)> Keys(CompiledRule compiled)
    {
        PermissionRule rule = compiled.Rule;
        return rule.Inquirer.Selectors.ToArray().Select(selector => (new RuleKey(rule.Affair, rule.Procedure, rule.ItemSet, selector), compiled));
    }

    private void Consider(int inquirerSelector, Agency inquirer, Agency provider, in PermissionRequest request, ref Choice choice)
    {
        if (_rules.TryGetValue(new RuleKey(request.Affair, request.Procedure, request.ItemSet, inquirerSelector), out CompiledRule[]? rules))
        {
            foreach (CompiledRule rule in rules)
            {
                choice.Take(rule.Rule, rule.Judge(inquirer, provider, request));
            }
        }
    }

    /// <summary>Of several rules that allow, one with manual release goes before one without, then the first by name.</summary>
    private ref struct Choice
    {
        public PermissionRule? Rule;
        public PermissionRefusal Refusal;

        public void Take(PermissionRule rule, PermissionRefusal refusal)
        {
            Refusal = refusal > Refusal ? refusal : Refusal;
            if (refusal == PermissionRefusal.None && (Rule is null || IsBefore(rule, Rule)))
            {
                Rule = rule;
            }
        }

        private static bool IsBefore(PermissionRule rule, PermissionRule other) =>
            rule.ManualRelease != other.ManualRelease ? rule.ManualRelease : rule.Id.CompareTo(other.Id) < 0;
    }
}
