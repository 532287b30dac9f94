namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>How much an archive is believed. The defaults are strict; each choice that weakens them has a long name.</summary>
/// <remarks>Immutable.</remarks>
public sealed record LongTermOptions
{
    /// <summary>The highest value of <see cref="MaximumStatusItems"/>.</summary>
    public const int HighestStatusItems = 256;

    /// <summary>The strict defaults.</summary>
    public static LongTermOptions Strict { get; } = new();

    /// <summary>Takes <see cref="ArchivedEvidence.ArchivedAt"/> for proof that the signature existed then, where there is no timestamp. Whoever can write into the archive can then
    /// date a signature back. Default: only a trusted timestamp is proof.</summary>
    public bool TakeTheArchivesOwnTimeForProofOfExistence { get; init; }

    /// <summary>Takes the archived record's word for what a list said, where the list itself was not archived: its number and digest are there and its bytes are not.
    /// Default: a status counts only with the bytes that prove it.</summary>
    public bool TakeTheRecordsWordForAListThatWasNotArchived { get; init; }

    /// <summary>Judges a timestamp authority for the time of its own stamp, so that it may have expired since; a key that was lost later could then date a stamp back.
    /// Default: it must still be trusted now, so stamp anew before it ends.</summary>
    public bool JudgeTimestampAuthoritiesForTheTimeOfTheirOwnStamp { get; init; }

    /// <summary>The most OCSP responses and the most lists that are looked at, each; 1 to <see cref="HighestStatusItems"/>, default 16.</summary>
    public int MaximumStatusItems { get; init; } = 16;

    /// <summary>The most bytes of all lists together; default 64 MiB.</summary>
    public int MaximumListBytes { get; init; } = 1 << 26;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumStatusItems, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumStatusItems, HighestStatusItems);
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumListBytes);
    }
}
