using System.Diagnostics;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>One acquisition as the core keeps it: never its number, never a resident record code.</summary>
/// <remarks>Immutable. Erased, it has key, state, version and times only. <see cref="ToString"/> shows no code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Acquisition
{
    /// <summary>The key of its number.</summary>
    public required AcquisitionKey Key { get; init; }

    /// <summary>How often it changed, from 0; a change is written onto the version before it only.</summary>
    public required int Version { get; init; }

    /// <summary>How far it is.</summary>
    public required AcquisitionState State { get; init; }

    /// <summary>When the number was allotted; kept to the millisecond.</summary>
    public required DateTimeOffset OpenedAt { get; init => field = ValidPeriod.ToMilliseconds(value); }

    /// <summary>Since when it is so far; kept to the millisecond.</summary>
    public required DateTimeOffset ChangedAt { get; init => field = ValidPeriod.ToMilliseconds(value); }

    /// <summary>The agency that asks; empty when erased.</summary>
    public AgencyId Agency { get; init; }

    /// <summary>The holder for whom; empty when erased.</summary>
    public CodeHolderId Holder { get; init; }

    /// <summary>The route.</summary>
    public AcquisitionRoute Route { get; init; }

    /// <summary>How the agency made sure of the person.</summary>
    public VerificationLevel Level { get; init; }

    /// <summary>The attributes that are not the same, by name; empty but for a mismatch.</summary>
    public IReadOnlyList<PersonAttribute> Fields { get; init; } = [];

    /// <summary>The person, from the coming of the resident record code to the delivery.</summary>
    public LinkCode Link { get; init; }

    /// <summary>The agency code, from its generation to its delivery's confirmation.</summary>
    public AgencyCode Code { get; init; }

    /// <summary>Whether the person was no resident when first asked for.</summary>
    public bool Waited { get; init; }

    /// <summary>Holder and state; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"acquisition for holder {Holder}, {State}";

    /// <summary>Refuses what is no new acquisition.</summary>
    internal static void CheckNew(Acquisition acquisition)
    {
        ArgumentNullException.ThrowIfNull(acquisition);
        if (acquisition.Key.IsEmpty || acquisition.Version != 0)
        {
            throw new ArgumentException("A new acquisition has a key and version 0.", nameof(acquisition));
        }
    }

    internal Acquisition To(AcquisitionState state, DateTimeOffset at) =>
        this with { State = state, Version = Version + 1, ChangedAt = at };

    internal Acquisition Erase(DateTimeOffset at) =>
        new() { Key = Key, Version = Version + 1, State = AcquisitionState.Erased, OpenedAt = OpenedAt, ChangedAt = at };
}
