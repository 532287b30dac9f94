namespace MyNumber.Numbering.Issuing.Corporate;

/// <summary>One version of what is published of a corporation (基本3情報): number, name, and seat.</summary>
/// <remarks>Immutable. Nothing here is personal.</remarks>
public sealed class CorporateEntry
{
    /// <summary>The number (法人番号); never given to another, also not after the corporation has closed.</summary>
    public required CorporateNumber Number { get; init; }

    /// <summary>The version, from 0 at designation.</summary>
    public required int Version { get; init; }

    /// <summary>The request that asked for this version; unique.</summary>
    public required Guid Request { get; init; }

    /// <summary>Name (商号又は名称).</summary>
    public required string Name { get; init; }

    /// <summary>Seat of the head or main office (本店又は主たる事務所の所在地).</summary>
    public required string Seat { get; init; }

    /// <summary>Since when this version stands; kept to the millisecond.</summary>
    public required DateTimeOffset Since { get; init; }
}
