namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>The report of looking through the whole archive.</summary>
/// <param name="Lines">Lines of the journal whose chain holds.</param>
/// <param name="BrokenAt">The number of the first line that was changed, moved or left out, or <see langword="null"/> when the chain holds.</param>
/// <param name="Damaged">Entries that were changed, or vanished without a purge.</param>
/// <param name="Head">The hash of the last line that holds, 64 hexadecimal digits. Keep it elsewhere from time to time: a journal that was cut at its end, or written anew as a whole, shows only by that.</param>
public sealed record EvidenceAudit(long Lines, long? BrokenAt, IReadOnlyList<string> Damaged, string Head)
{
    /// <summary>Whether nothing is amiss.</summary>
    public bool IsIntact => BrokenAt is null && Damaged.Count == 0;
}
