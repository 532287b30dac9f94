using System.Diagnostics;

namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>One line of the journal. Lines are added and never changed; each carries the hash of all before it.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows number and kind.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EvidenceEvent
{
    private readonly byte[] _hash = []; // as text it would take three times the memory, for each line of a journal

    internal EvidenceEvent(long number, EvidenceEventKind kind, DateTimeOffset at, string contract, string id, string actor, string note)
    {
        Number = number;
        Kind = kind;
        At = at;
        Contract = contract;
        Id = id;
        Actor = actor;
        Note = note;
    }

    private EvidenceEvent(EvidenceEvent line, byte[] hash)
        : this(line.Number, line.Kind, line.At, line.Contract, line.Id, line.Actor, line.Note) => _hash = hash;

    /// <summary>Its number, from 0.</summary>
    public long Number { get; }

    /// <summary>What it tells.</summary>
    public EvidenceEventKind Kind { get; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Which contract.</summary>
    public string Contract { get; }

    /// <summary>Which entry: SHA-256 of its bytes, 64 hexadecimal digits; empty for a line about the whole contract.</summary>
    public string Id { get; }

    /// <summary>Who did it, as the caller names the person or program.</summary>
    public string Actor { get; }

    /// <summary>Why, as the caller says; for <see cref="EvidenceEventKind.ContractEnded"/> the day, <c>yyyy-MM-dd</c>.</summary>
    public string Note { get; }

    /// <summary>The hash of this line and all before it, 64 hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(_hash);

    /// <summary>Number and kind.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"EvidenceEvent({Number}, {Kind})");

    internal EvidenceEvent Chained(byte[] hash) => new(this, hash);
}
