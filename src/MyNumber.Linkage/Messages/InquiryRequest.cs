using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Messages;

/// <summary>What an inquirer sends to the core (特定個人情報の提供の求め): its own code of the person, and what it wants of whom and for what.</summary>
/// <remarks>Immutable. The code is masked in every text. Source: 施行令20条 in the text of 2022 (confidence high for the contents; the layout is ours).</remarks>
public sealed record InquiryRequest
{
    /// <summary>The inquiry, as its inquirer numbers it.</summary>
    public required InquiryId Inquiry { get; init; }

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

    /// <summary>The items, ascending, none twice.</summary>
    public required ImmutableArray<ItemId> Items
    {
        get;
        init => field = value.IsDefaultOrEmpty ? [] : [.. value.Distinct().Order()];
    }

    /// <summary>The inquirer's code of the person.</summary>
    public required AgencyCode Code { get; init; }

    /// <summary>When it was asked; whole milliseconds in UTC.</summary>
    public required DateTimeOffset RequestedAt
    {
        get;
        init => field = ValidPeriod.ToMilliseconds(value);
    }

    /// <summary>Who worked the terminal, by the inquirer's own handle; the core keeps it and judges nothing by it.</summary>
    public required OperatorId Operator { get; init; }
}
