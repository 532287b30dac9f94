using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Push;

/// <summary>What a body wants delivered, by its own number of the person.</summary>
/// <remarks>Immutable.</remarks>
public sealed record DeliveryOrder
{
    /// <summary>The id, when the sender has to know it beforehand; else a new one is made. What is noted under an id already is sent again, whatever the order says.</summary>
    public DeliveryId Id { get; init; }

    /// <summary>What it is.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>About whom.</summary>
    public required AddresseeNumber Addressee { get; init; }

    /// <summary>To whom it goes: the portal, or a body that takes applications.</summary>
    public required AgencyId Receiver { get; init; }

    /// <summary>In which affair.</summary>
    public required AffairId Affair { get; init; }

    /// <summary>The procedure that it opens or is of; may be empty for a notice.</summary>
    public ProcedureId Procedure { get; init; }

    /// <summary>The content in clear.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The first moment at which it comes too late.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
