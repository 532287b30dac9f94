using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>What a business system of a body asks its intermediate server for (業務システムからの照会依頼): by the body's own number, never by code or individual number.</summary>
/// <remarks>Immutable.</remarks>
public sealed record InquiryOrder
{
    /// <summary>The inquiry's number, when the asker has to know it beforehand; else a new one is made. A number is used once.</summary>
    public InquiryId Inquiry { get; init; }

    /// <summary>About whom.</summary>
    public required AddresseeNumber Addressee { get; init; }

    /// <summary>Who is asked.</summary>
    public required AgencyId Provider { get; init; }

    /// <summary>The affair.</summary>
    public required AffairId Affair { get; init; }

    /// <summary>The procedure.</summary>
    public required ProcedureId Procedure { get; init; }

    /// <summary>The set.</summary>
    public required ItemSetId ItemSet { get; init; }

    /// <summary>The items, one at least.</summary>
    public required ImmutableArray<ItemId> Items { get; init; }
}
