using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>What is asked of the matrix: may this agency have these items from that one, in this procedure, now.</summary>
/// <remarks>About nobody: no person and no code is in it.</remarks>
public readonly record struct PermissionRequest
{
    /// <summary>Who asks.</summary>
    public required AgencyId Inquirer { get; init; }

    /// <summary>Who is asked.</summary>
    public required AgencyId Provider { get; init; }

    /// <summary>The affair.</summary>
    public required AffairId Affair { get; init; }

    /// <summary>The procedure.</summary>
    public required ProcedureId Procedure { get; init; }

    /// <summary>The set.</summary>
    public required ItemSetId ItemSet { get; init; }

    /// <summary>The items, one at least; the memory is the caller's and is read during the call only.</summary>
    public required ReadOnlyMemory<ItemId> Items { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>By which way.</summary>
    public ProvisionRoute Route { get; init; }
}
