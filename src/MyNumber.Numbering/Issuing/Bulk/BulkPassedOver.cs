using System.Diagnostics;

namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>One person whom a bulk run passed over.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows place and reason, no digit of the code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct BulkPassedOver
{
    internal BulkPassedOver(long position, BulkSubject subject, BulkOutcome reason)
    {
        Position = position;
        Subject = subject;
        Reason = reason;
    }

    /// <summary>The place in the roll, from 0.</summary>
    public long Position { get; }

    /// <summary>The person.</summary>
    public BulkSubject Subject { get; }

    /// <summary><see cref="BulkOutcome.AlreadyNumbered"/>, also for the second place of a person who is on the roll twice; or <see cref="BulkOutcome.IssuesExhausted"/>: the person
    /// has no number and needs another code first.</summary>
    public BulkOutcome Reason { get; }

    /// <summary>Place and reason.</summary>
    /// <returns>Such as <c>AlreadyNumbered at 17</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Reason} at {Position}");
}
