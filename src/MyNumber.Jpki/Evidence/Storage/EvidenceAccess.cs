using System.Diagnostics;

namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>Who does something with the archive, and why: a line of the access log, without which nothing is read or changed.</summary>
/// <remarks>Immutable.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EvidenceAccess
{
    /// <summary>Names person or program and reason.</summary>
    /// <param name="actor">Who, by the bank's own reference of its staff or program; 1 to 128 characters.</param>
    /// <param name="purpose">Why; 1 to 400 characters, no personal value of a customer.</param>
    /// <exception cref="ArgumentException">A text is empty, too long or has control characters.</exception>
    public EvidenceAccess(string actor, string purpose)
    {
        JournalText.ThrowIfNoText(actor, EvidenceEntry.MaximumContractLength, nameof(actor));
        JournalText.ThrowIfNoText(purpose, JournalText.MaximumNoteLength, nameof(purpose));
        Actor = actor;
        Purpose = purpose;
    }

    /// <summary>Who.</summary>
    public string Actor { get; }

    /// <summary>Why.</summary>
    public string Purpose { get; }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "EvidenceAccess(***)";
}
