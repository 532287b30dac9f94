using System.Diagnostics;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Residents;

/// <summary>The answer to one question: the outcome and, when provided, the items asked for and no other.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows the outcome only.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IdentityAnswer
{
    internal IdentityAnswer(IdentityOutcome outcome) => Outcome = outcome;

    internal IdentityAnswer(Resident resident, IdentityItems items)
    {
        Outcome = IdentityOutcome.Provided;
        Items = items;
        Attributes = items.HasFlag(IdentityItems.FourAttributes) ? resident.Record.Attributes : null;
        Number = items.HasFlag(IdentityItems.IndividualNumber) ? resident.Record.Number : default;
        Code = items.HasFlag(IdentityItems.ResidentRecordCode) ? resident.Record.Code : default;
        (Change, ChangedOn) = items.HasFlag(IdentityItems.Change) ? (resident.Change, resident.ChangedOn) : (IdentityChange.Unspecified, (DateOnly?)null);
    }

    /// <summary>What became of the question.</summary>
    public IdentityOutcome Outcome { get; }

    /// <summary>What was given.</summary>
    public IdentityItems Items { get; }

    /// <summary>The four attributes, or <see langword="null"/> when not given.</summary>
    public FourAttributes? Attributes { get; }

    /// <summary>The individual number; empty when not given, or when the person has none yet.</summary>
    public IndividualNumber Number { get; }

    /// <summary>The resident record code; empty when not given.</summary>
    public ResidentRecordCode Code { get; }

    /// <summary>Why the record changed last; unspecified when not given.</summary>
    public IdentityChange Change { get; }

    /// <summary>When it changed last, or <see langword="null"/> when not given.</summary>
    public DateOnly? ChangedOn { get; }

    /// <summary>The outcome; nothing of the person.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"IdentityAnswer({Outcome})";
}
