namespace MyNumber.Linkage.Permission;

/// <summary>What a rule must be before it may allow anything.</summary>
internal static class RuleCheck
{
    public static RuleFault Of(PermissionRule rule) =>
        IsIncomplete(rule) ? RuleFault.Incomplete
        : rule.Items.Count is 0 or > PermissionMatrix.MostItems || rule.Items.Any(item => item.IsEmpty) ? RuleFault.Items
        : string.IsNullOrWhiteSpace(rule.Basis.Text) || (rule.Basis.Kind == BasisKind.Ordinance) == rule.Basis.Body.IsEmpty ? RuleFault.Basis
        : rule.Route == ProvisionRoute.WithinBody && rule.Basis.Kind != BasisKind.Ordinance ? RuleFault.WithinBodyNeedsOrdinance
        : RuleFault.None;

    private static bool IsIncomplete(PermissionRule rule) =>
        rule.Id.IsEmpty || rule.Affair.IsEmpty || rule.Procedure.IsEmpty || rule.ItemSet.IsEmpty || rule.Period.IsEmpty
        || rule.Inquirer is null || rule.Provider is null || rule.Items is null || rule.Basis is null
        || rule.Basis.Kind == BasisKind.Unspecified || !Enum.IsDefined(rule.Basis.Kind) || !Enum.IsDefined(rule.Route) || !Enum.IsDefined(rule.Purpose);
}
