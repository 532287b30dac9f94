using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;

namespace MyNumber.Linkage.Push;

/// <summary>One line of what may be delivered without being asked for: who may send what to whom, in which affair, for which procedures, on which basis and when.</summary>
/// <remarks>Immutable data of the user, as <see cref="PermissionRule"/> is.</remarks>
public sealed record DeliveryRule
{
    /// <summary>The name of the rule, unique in a policy.</summary>
    public required RuleId Id { get; init; }

    /// <summary>What may be sent.</summary>
    public required ImmutableArray<DeliveryKind> Kinds { get; init; }

    /// <summary>Who may send.</summary>
    public required AgencyClass Sender { get; init; }

    /// <summary>To whom.</summary>
    public required AgencyClass Receiver { get; init; }

    /// <summary>In which affair.</summary>
    public required AffairId Affair { get; init; }

    /// <summary>The procedures that may be named; a notice without a procedure needs none.</summary>
    public ImmutableArray<ProcedureId> Procedures { get; init; } = [];

    /// <summary>Law or ordinance.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>From when until when.</summary>
    public required ValidPeriod Period { get; init; }

    internal bool Allows(Delivery delivery, Agency sender, Agency receiver, DateTimeOffset at) =>
        Kinds.Contains(delivery.Kind) && Period.Contains(at) && Affair == delivery.Affair && Sender.Has(sender) && Receiver.Has(receiver)
        && (Basis.Kind != BasisKind.Ordinance || Basis.Body == sender.Body)
        && (delivery.Procedure.IsEmpty ? delivery.Kind != DeliveryKind.Application : Procedures.Contains(delivery.Procedure));
}
