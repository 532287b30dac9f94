using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Messages;

/// <summary>What the core sends to a provider (提供の求めがあった旨の通知, 番号法21条2項): the provider's own code of the person, what is asked, and the permit.</summary>
/// <remarks>Immutable. Code and salt are masked in every text. Source: 施行令26条1項 in the text of 2022 (confidence high for code, items and inquirer; the rest and the layout are ours).</remarks>
public sealed record ProvisionRequest
{
    /// <summary>The inquiry.</summary>
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

    /// <summary>The items, ascending.</summary>
    public required ImmutableArray<ItemId> Items { get; init; }

    /// <summary>When the inquirer asked.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The provider's code of the person.</summary>
    public required AgencyCode Code { get; init; }

    /// <summary>The rule that permits it.</summary>
    public required RuleId Rule { get; init; }

    /// <summary>The hash of the matrix in force.</summary>
    public required Digest MatrixVersion { get; init; }

    /// <summary>Whether the rule asks for a human's release (自動応答不可).</summary>
    public required bool NeedsRelease { get; init; }

    /// <summary>Whether the person asks for data of their own (自己情報表示), so that what is withheld from the person is not answered.</summary>
    public bool IsSelfInformation { get; init; }

    /// <summary>The first moment at which an answer comes too late; whole milliseconds in UTC.</summary>
    public required DateTimeOffset ExpiresAt
    {
        get;
        init => field = ValidPeriod.ToMilliseconds(value);
    }

    /// <summary>The salt of the record.</summary>
    public required RecordSalt Salt { get; init; }

    /// <summary>The permit, which goes back with the answer; only the core can check it.</summary>
    public required ReadOnlyMemory<byte> Permit { get; init; }
}
