using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;

namespace MyNumber.Linkage.Residents;

/// <summary>One line of the tables of who may ask for identity information (住民基本台帳法 30条の9 and after, with their tables): who, in which affair, what, on which basis and when.</summary>
/// <remarks>Immutable data of the user, who reads them from the law.</remarks>
public sealed record IdentityRule
{
    /// <summary>The name of the rule, unique among the rules.</summary>
    public required RuleId Id { get; init; }

    /// <summary>Who may ask (国の機関等).</summary>
    public required AgencyClass Asker { get; init; }

    /// <summary>The affair (事務).</summary>
    public required AffairId Affair { get; init; }

    /// <summary>What may be given; the resident record code never by silence.</summary>
    public required IdentityItems Items { get; init; }

    /// <summary>Law or ordinance.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>From when until when.</summary>
    public required ValidPeriod Period { get; init; }

    /// <summary>The name of the rule.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"rule {Id}";
}
