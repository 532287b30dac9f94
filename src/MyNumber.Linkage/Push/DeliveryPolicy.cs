using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;

namespace MyNumber.Linkage.Push;

/// <summary>Directory and rules of one moment, which decide what may be delivered: deny by default, notices to the portal only, applications from the portal only.</summary>
/// <remarks>An immutable snapshot, thread safe.</remarks>
public sealed class DeliveryPolicy
{
    private readonly AgencyDirectory _directory;
    private readonly ImmutableArray<DeliveryRule> _rules;

    /// <summary>Joins both.</summary>
    /// <param name="directory">Who is an agency.</param>
    /// <param name="rules">The rules; copied. None makes a policy that refuses everything.</param>
    /// <exception cref="ArgumentNullException">An argument or a rule is null.</exception>
    /// <exception cref="ArgumentException">A rule lacks a name, kind, affair, basis or period, has an empty procedure, or a name is there twice.</exception>
    public DeliveryPolicy(AgencyDirectory directory, IEnumerable<DeliveryRule> rules)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(rules);
        _directory = directory;
        _rules = [.. rules];
        if (!_rules.All(IsSound) || _rules.DistinctBy(rule => rule.Id).Count() != _rules.Length)
        {
            throw new ArgumentException("A rule is not sound or its name is there twice.", nameof(rules));
        }
    }

    /// <summary>Decides.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="at">When.</param>
    /// <returns>The rule that allows it; empty when none does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="delivery"/> is null.</exception>
    public RuleId Decide(Delivery delivery, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (!_directory.TryFind(delivery.Sender, at, out Agency? sender) || !_directory.TryFind(delivery.Receiver, at, out Agency? receiver))
        {
            return default;
        }

        AgencyKind portalSide = delivery.Kind == DeliveryKind.Application ? sender.Kind : receiver.Kind;
        return portalSide != AgencyKind.Portal || sender.Kind == receiver.Kind
            ? default
            : _rules.FirstOrDefault(rule => rule.Allows(delivery, sender, receiver, at))?.Id ?? default;
    }

    private static bool IsSound(DeliveryRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return !rule.Id.IsEmpty && !rule.Kinds.IsDefaultOrEmpty && rule.Kinds.All(Enum.IsDefined) && rule.Sender is not null && rule.Receiver is not null && !rule.Affair.IsEmpty
            && !rule.Procedures.IsDefault && rule.Procedures.All(procedure => !procedure.IsEmpty) && rule.Basis is { Kind: not BasisKind.Unspecified }
            && !string.IsNullOrWhiteSpace(rule.Basis.Text) && (rule.Basis.Kind == BasisKind.Ordinance) != rule.Basis.Body.IsEmpty && !rule.Period.IsEmpty;
    }
}
