using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.SelfInformation;

/// <summary>What a person wants to see of their own (自己情報表示の求め).</summary>
/// <remarks>Immutable.</remarks>
public sealed record SelfInformationOrder
{
    /// <summary>Which body holds it.</summary>
    public required AgencyId Provider { get; init; }

    /// <summary>The procedure that the rule for self-information names.</summary>
    public required ProcedureId Procedure { get; init; }

    /// <summary>The set.</summary>
    public required ItemSetId ItemSet { get; init; }

    /// <summary>The items, one at least.</summary>
    public required ImmutableArray<ItemId> Items { get; init; }
}
