using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Push.Targets;

/// <summary>A notice to everybody of a body who meets conditions (広いグループに対する情報提供).</summary>
/// <remarks>Immutable.</remarks>
public sealed record GroupPushOrder
{
    /// <summary>The push, so that it is prepared once.</summary>
    public required DeliveryId Id { get; init; }

    /// <summary>For whom.</summary>
    public required TargetQuery Query { get; init; }

    /// <summary>The portal.</summary>
    public required AgencyId Receiver { get; init; }

    /// <summary>The affair.</summary>
    public required AffairId Affair { get; init; }

    /// <summary>The procedure that it opens; may be empty.</summary>
    public ProcedureId Procedure { get; init; }

    /// <summary>What it says.</summary>
    public required NoticeContent Content { get; init; }

    /// <summary>The first moment at which it is shown no more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
