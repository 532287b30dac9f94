using System.Diagnostics;

namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>One issue of an individual number: who asked, from which code, what was made, and when each state was reached.</summary>
/// <remarks>
/// <para>Kept for ever, also when a later number replaces this one (番号法8条2項1号). The key is not here, only its version.</para>
/// <para>Immutable. <see langword="default"/> is empty. <see cref="ToString"/> shows state and reason only.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct NumberIssue
{
    /// <summary>The request that asked for it; unique.</summary>
    public required Guid Request { get; init; }

    /// <summary>The code that was converted; unique together with <see cref="Counter"/>.</summary>
    public required ResidentRecordCode Code { get; init; }

    /// <summary>The digit that counts the issues from this code, 0 to 9.</summary>
    public required int Counter { get; init; }

    /// <summary>The number; unique among all that were ever made.</summary>
    public required IndividualNumber Number { get; init; }

    /// <summary>For a first issue, every code that the person bore before: it takes count 0 of each, so none of them gives a first number of its own any more.</summary>
    /// <remarks>Keys only: an issue that is read from a register has none here.</remarks>
    public IReadOnlyList<ResidentRecordCode> FormerCodes { get => field ?? []; init; }

    /// <summary>The number that this one replaces, or empty; unique, so that no number is replaced twice.</summary>
    public IndividualNumber Replaces { get; init; }

    /// <summary>The version of the key.</summary>
    public required int KeyVersion { get; init; }

    /// <summary>The municipality whose mayor asked.</summary>
    public required LocalGovernmentCode Municipality { get; init; }

    /// <summary>Why.</summary>
    public required IssueReason Reason { get; init; }

    /// <summary>When the number was made; kept to the millisecond.</summary>
    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>When it was sent to the mayor.</summary>
    public DateTimeOffset? NotifiedAt { get; init; }

    /// <summary>When the mayor received it.</summary>
    public DateTimeOffset? DesignatedAt { get; init; }

    /// <summary>When it was written into the resident record.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>The last state that was reached.</summary>
    public DesignationState State => Number.IsEmpty ? DesignationState.None
        : RecordedAt is not null ? DesignationState.Recorded
        : DesignatedAt is not null ? DesignationState.Designated
        : NotifiedAt is not null ? DesignationState.Notified
        : DesignationState.Generated;

    /// <summary>The first of the counts that this issue takes for itself: a first issue takes those that it passed over, too.</summary>
    internal int FirstCountTaken => Replaces.IsEmpty ? 0 : Counter;

    /// <summary>Whether it takes keys beside its own code and count.</summary>
    internal bool TakesMore => FirstCountTaken < Counter || FormerCodes.Count > 0;

    /// <summary>Codes and counts that it takes beside its own.</summary>
    internal IEnumerable<(ResidentRecordCode Code, int Counter)> FurtherTaken()
    {
        for (int counter = FirstCountTaken; counter < Counter; counter++)
        {
            yield return (Code, counter);
        }

        foreach (ResidentRecordCode former in FormerCodes)
        {
            yield return (former, 0);
        }
    }

    /// <summary>State and reason; no number and no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"NumberIssue({State}, {Reason})";
}
