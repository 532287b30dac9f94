using System.Diagnostics;
using MyNumber.Linkage.Payloads;

namespace MyNumber.Linkage.Intermediate;

/// <summary>The copy of a person's data that a body lays into the intermediate server so that it can answer (副本); the original stays in the body's own system (正本).</summary>
/// <remarks>Immutable. Text shows set and date only.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Replica
{
    /// <summary>Whose data, by the body's own number.</summary>
    public required AddresseeNumber Addressee { get; init; }

    /// <summary>The data.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required ItemSetPayload Payload { get; init; }

    /// <summary>The day and time to which the data are true (基準日時); kept to the millisecond. A later one takes an earlier one's place.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Whether a person at the provider must release each answer (自動応答不可), beside what the rule asks for.</summary>
    public bool NeedsRelease { get; init; }

    /// <summary>Whether the provision must stay hidden from the disclosure to the person or the household, as for victims under support measures (DV等支援対象者).</summary>
    public bool IsUndisclosed { get; init; }

    /// <summary>Set and date; nothing of the person.</summary>
    /// <returns>Such as <c>Replica(income, 2026-06-01T00:00:00Z)</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"Replica({Payload.Set}, {AsOf.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ})");
}
