using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>One delegation (代理人の設定) as the portal keeps it.</summary>
/// <remarks>Immutable. Account numbers are masked in every text.</remarks>
public sealed record DelegationGrant
{
    /// <summary>Its name.</summary>
    public required DelegationId Id { get; init; }

    /// <summary>For whom the delegate acts (本人).</summary>
    public required AddresseeNumber Principal { get; init; }

    /// <summary>Who acts (代理人); empty until it is accepted.</summary>
    public AddresseeNumber Delegate { get; init; }

    /// <summary>Where the power comes from.</summary>
    public required DelegationKind Kind { get; init; }

    /// <summary>The basis of a legal representative's power, such as the entry in a register; empty for one that the person gave.</summary>
    public string Basis { get; init; } = string.Empty;

    /// <summary>What it covers.</summary>
    public required DelegationScope Scope { get; init; }

    /// <summary>When it was revoked; <see langword="null"/> while it stands.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
