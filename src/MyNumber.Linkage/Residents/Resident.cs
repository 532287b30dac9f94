using System.Diagnostics;
using MyNumber.Numbering.Issuing.Identity;

namespace MyNumber.Linkage.Residents;

/// <summary>What the residents' network (住基ネット) holds of a person: the record in force, and why and when it changed last.</summary>
/// <remarks>Immutable. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Resident
{
    /// <summary>Joins a record with its last change.</summary>
    /// <param name="record">The record in force.</param>
    /// <param name="change">Why it changed last.</param>
    /// <param name="changedOn">When (異動年月日).</param>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    /// <exception cref="ArgumentException">The record has no person, or the change is none.</exception>
    public Resident(IdentityRecord record, IdentityChange change, DateOnly changedOn)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Person == Guid.Empty || change == IdentityChange.Unspecified || !Enum.IsDefined(change))
        {
            throw new ArgumentException("A resident has a handle and a change.", nameof(change));
        }

        (Record, Change, ChangedOn) = (record, change, changedOn);
    }

    /// <summary>The record in force.</summary>
    public IdentityRecord Record { get; }

    /// <summary>Why it changed last.</summary>
    public IdentityChange Change { get; }

    /// <summary>When it changed last.</summary>
    public DateOnly ChangedOn { get; }

    /// <summary>A mask; no attribute and no number is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "Resident(***)";
}
