namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>The report of looking through the whole archive.</summary>
/// <remarks>Behind a broken line nothing is read: what stood there is told among the orphans.</remarks>
/// <param name="Lines">Lines of the journal whose chain holds.</param>
/// <param name="BrokenAt">The number of the first line that was changed, moved or left out, or <see langword="null"/> when the chain holds.</param>
/// <param name="Damaged">Entries that were changed, or vanished without a purge.</param>
/// <param name="Orphans">Entries that lie in the vault and stand in no line: the journal was cut, or a crash came between entry and line. Storing the same entry again takes it up.</param>
/// <param name="Head">The hash of the last line that holds, 64 hexadecimal digits. Keep <see cref="ToHead"/> elsewhere from time to time: a journal that was cut at its end, or written anew as a whole, shows only by that.</param>
/// <param name="KnownHeadHolds">Whether the journal still goes through the head that was kept elsewhere; <see langword="null"/> when none was given.</param>
public sealed record EvidenceAudit(long Lines, long? BrokenAt, IReadOnlyList<string> Damaged, IReadOnlyList<string> Orphans, string Head, bool? KnownHeadHolds)
{
    /// <summary>Whether nothing is amiss.</summary>
    public bool IsIntact => BrokenAt is null && Damaged.Count == 0 && Orphans.Count == 0 && KnownHeadHolds != false;

    /// <summary>What to keep elsewhere.</summary>
    /// <returns>The lines that hold and the hash of the last.</returns>
    public EvidenceHead ToHead() => new(Lines, Head);
}
