using System.Collections.Frozen;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>A rule that judges requests whose inquirer, affair, procedure and set it names.</summary>
internal sealed class CompiledRule(PermissionRule rule)
{
    private readonly FrozenSet<ItemId> _items = rule.Items.ToFrozenSet();

    public PermissionRule Rule { get; } = rule;

    public PermissionRefusal Judge(Agency inquirer, Agency provider, in PermissionRequest request)
    {
        bool isOneBody = inquirer.Body == provider.Body;
        return !Rule.Provider.Has(provider) || IsOtherBody(inquirer) || (!isOneBody && Rule.Route == ProvisionRoute.WithinBody) ? PermissionRefusal.NoRule
            : request.At < Rule.Period.From ? PermissionRefusal.NotYetValid
            : Rule.Period.IsOverAt(request.At) ? PermissionRefusal.Expired
            : isOneBody && Rule.Route != ProvisionRoute.WithinBody ? PermissionRefusal.NeedsRuleWithinBody
            : JudgeRoute(request.Route) is var way and not PermissionRefusal.None ? way
            : HasAll(request.Items.Span) ? PermissionRefusal.None
            : PermissionRefusal.ItemOutsideSet;
    }

    /// <summary>An ordinance allows its own body's organs to ask, and nobody else.</summary>
    private bool IsOtherBody(Agency inquirer) => Rule.Basis.Kind == BasisKind.Ordinance && inquirer.Body != Rule.Basis.Body;

    private PermissionRefusal JudgeRoute(ProvisionRoute route) =>
        route == Rule.Route ? PermissionRefusal.None
        : Rule.Route == ProvisionRoute.Direct ? PermissionRefusal.OutsideNetwork
        : Rule.Route == ProvisionRoute.Network ? PermissionRefusal.NotViaNetwork
        : PermissionRefusal.NoRule;

    private bool HasAll(ReadOnlySpan<ItemId> items)
    {
        foreach (ItemId item in items)
        {
            if (!_items.Contains(item))
            {
                return false;
            }
        }

        return !items.IsEmpty;
    }
}
