using System.Diagnostics;

namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>An offered delegation: the person hands both to the delegate, who accepts with them.</summary>
/// <param name="Id">The delegation; empty when none was made.</param>
/// <param name="Token">Sixteen random bytes; the portal keeps their hash only.</param>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct DelegationOffer(DelegationId Id, [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] ReadOnlyMemory<byte> Token)
{
    /// <summary>The delegation; no token.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"offer {Id}";
}
