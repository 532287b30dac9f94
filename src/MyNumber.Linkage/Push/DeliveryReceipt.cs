using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Push;

/// <summary>What the receiver says of a delivery (到達の確認・受付), signed.</summary>
/// <remarks>Immutable.</remarks>
public sealed record DeliveryReceipt
{
    /// <summary>The delivery.</summary>
    public required DeliveryId Id { get; init; }

    /// <summary>Who received it.</summary>
    public required AgencyId Receiver { get; init; }

    /// <summary>What became of it.</summary>
    public required DeliveryOutcome Outcome { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The hash of what was received.</summary>
    public required Digest ContentHash { get; init; }

    /// <summary>The receiver's signature.</summary>
    public ReadOnlyMemory<byte> Signature { get; init; }
}
