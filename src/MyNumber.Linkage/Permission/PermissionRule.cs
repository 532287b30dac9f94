using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>One line of the permission matrix: who may ask whom for what, in which procedure, on which basis and when.</summary>
/// <remarks>Immutable data of the user: the official lists of affairs, procedures and items are not public. A matrix checks it and keeps a copy.</remarks>
public sealed record PermissionRule
{
    /// <summary>The name of the rule, unique in a matrix.</summary>
    public required RuleId Id { get; init; }

    /// <summary>Who may ask (情報照会者).</summary>
    public required AgencyClass Inquirer { get; init; }

    /// <summary>The affair (事務).</summary>
    public required AffairId Affair { get; init; }

    /// <summary>The procedure within the affair (事務手続).</summary>
    public required ProcedureId Procedure { get; init; }

    /// <summary>Who may be asked (情報提供者).</summary>
    public required AgencyClass Provider { get; init; }

    /// <summary>The set of data (特定個人情報名).</summary>
    public required ItemSetId ItemSet { get; init; }

    /// <summary>The items of the set that may be asked for; never all of a set by silence.</summary>
    public required IReadOnlyList<ItemId> Items { get; init; }

    /// <summary>Law or ordinance.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>From when until when.</summary>
    public required ValidPeriod Period { get; init; }

    /// <summary>Whether a person at the provider releases the answer (自動応答不可; confidence low).</summary>
    public bool ManualRelease { get; init; }

    /// <summary>By which way the data go.</summary>
    public ProvisionRoute Route { get; init; }

    /// <summary>What more than the affair must be given.</summary>
    public RulePurpose Purpose { get; init; }

    /// <summary>The name of the rule.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"rule {Id}";
}
