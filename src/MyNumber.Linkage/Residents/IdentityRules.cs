using System.Diagnostics.CodeAnalysis;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;

namespace MyNumber.Linkage.Residents;

/// <summary>The rules of who may be given identity information: what no rule allows is refused.</summary>
/// <remarks>An immutable snapshot, thread safe. One rule must allow all that is asked for; rules do not add up.</remarks>
public sealed class IdentityRules
{
    private const IdentityItems All = IdentityItems.FourAttributes | IdentityItems.IndividualNumber | IdentityItems.ResidentRecordCode | IdentityItems.Change;

    private readonly ILookup<AffairId, IdentityRule> _byAffair;

    private IdentityRules(IReadOnlyList<IdentityRule> rules) => _byAffair = rules.OrderBy(rule => rule.Id).ToLookup(rule => rule.Affair);

    /// <summary>Makes the rules when every one is sound.</summary>
    /// <param name="rules">The rules; none makes a set that refuses everything.</param>
    /// <param name="made">The rules, or <see langword="null"/>.</param>
    /// <param name="bad">Every rule that is not sound, for the reasons <see cref="RuleFault.Incomplete"/>, <see cref="RuleFault.Items"/>, <see cref="RuleFault.Basis"/> and
    /// <see cref="RuleFault.DuplicateId"/>.</param>
    /// <returns>Whether there are rules.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or one of them is null.</exception>
    public static bool TryCreate(IEnumerable<IdentityRule> rules, [NotNullWhen(true)] out IdentityRules? made, out IReadOnlyList<BadRule> bad)
    {
        ArgumentNullException.ThrowIfNull(rules);
        IdentityRule[] taken = [.. rules];
        List<BadRule> refused = [];
        HashSet<RuleId> names = [];
        foreach ((int index, IdentityRule rule) in taken.Index())
        {
            ArgumentNullException.ThrowIfNull(rule, nameof(rules));
            RuleFault fault = FaultOf(rule);
            fault = fault == RuleFault.None && !names.Add(rule.Id) ? RuleFault.DuplicateId : fault;
            if (fault != RuleFault.None)
            {
                refused.Add(new BadRule(index, rule.Id, fault));
            }
        }

        bad = refused.AsReadOnly();
        made = refused.Count == 0 ? new IdentityRules(taken) : null;
        return made is not null;
    }

    /// <summary>Makes the rules.</summary>
    /// <param name="rules">The rules; none makes a set that refuses everything.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A rule is not sound; the message names the first and its <see cref="RuleFault"/>.</exception>
    public static IdentityRules Create(IEnumerable<IdentityRule> rules) => TryCreate(rules, out IdentityRules? made, out IReadOnlyList<BadRule> bad)
        ? made
        : throw new ArgumentException($"Rule {bad[0].Id} at {bad[0].Index} is not sound: {bad[0].Fault}.", nameof(rules));

    /// <summary>Finds the rule that allows all of it, or says how near the best one came.</summary>
    internal IdentityOutcome Decide(Agency asker, AffairId affair, IdentityItems needed, DateTimeOffset at, out IdentityRule? rule)
    {
        IdentityRule[] ofAffair = [.. _byAffair[affair].Where(each => each.Asker.Has(asker))];
        IdentityRule[] inForce = [.. ofAffair.Where(each => each.Period.Contains(at))];
        rule = inForce.FirstOrDefault(each => (needed & ~each.Items) == 0);
        return rule is not null ? IdentityOutcome.Provided
            : inForce.Length > 0 ? IdentityOutcome.ItemsNotAllowed
            : ofAffair.Length > 0 ? IdentityOutcome.RuleNotInForce
            : IdentityOutcome.NoRule;
    }

    internal static bool AreItems(IdentityItems items) => items != IdentityItems.None && (items & ~All) == 0;

    private static RuleFault FaultOf(IdentityRule rule) =>
        rule.Id.IsEmpty || rule.Affair.IsEmpty || rule.Asker is null || rule.Basis is null || rule.Period.IsEmpty ? RuleFault.Incomplete
        : !AreItems(rule.Items) ? RuleFault.Items
        : string.IsNullOrWhiteSpace(rule.Basis.Text) || !IsBasis(rule.Basis) ? RuleFault.Basis
        : RuleFault.None;

    private static bool IsBasis(LegalBasis basis) => basis.Kind switch
    {
        BasisKind.Statute => basis.Body.IsEmpty,
        BasisKind.Ordinance => !basis.Body.IsEmpty,
        _ => false,
    };
}
