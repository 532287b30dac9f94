using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.Portal.Inbox;

/// <summary>A notice in a person's inbox.</summary>
/// <remarks>Immutable.</remarks>
public sealed record InboxNotice
{
    /// <summary>Its number in this inbox, from zero.</summary>
    public required int Number { get; init; }

    /// <summary>The delivery.</summary>
    public required DeliveryId Id { get; init; }

    /// <summary>Who sent it; its signature was checked.</summary>
    public required AgencyId Sender { get; init; }

    /// <summary>To this person alone, or to a group.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>The affair.</summary>
    public required AffairId Affair { get; init; }

    /// <summary>The procedure that it opens; empty for none.</summary>
    public ProcedureId Procedure { get; init; }

    /// <summary>What it says.</summary>
    public required NoticeContent Content { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The first moment at which it is shown no more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was marked as read; <see langword="null"/> while it is not. The sender is not told.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}
