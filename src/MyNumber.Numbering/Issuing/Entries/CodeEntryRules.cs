namespace MyNumber.Numbering.Issuing.Entries;

/// <summary>What every register of resident record codes checks before it writes.</summary>
internal static class CodeEntryRules
{
    public static void Check(CodeEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Person == Guid.Empty || entry.Code.IsEmpty || entry.Version < 0)
        {
            throw new ArgumentException("An entry lacks its person or code, or has a version below zero.", nameof(entry));
        }

        if (entry.Occasion is not (CodeEntryOutcome.Drawn or CodeEntryOutcome.Kept or CodeEntryOutcome.Changed))
        {
            throw new ArgumentException("An entry is drawn, kept or changed.", nameof(entry));
        }
    }

    public static void Check(IReadOnlyList<CodeEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Any(entry => entry is null))
        {
            throw new ArgumentException("An entry is null.", nameof(entries));
        }
    }
}
