namespace MyNumber.Numbering.Issuing.Corporate;

/// <summary>What every register of corporate numbers checks before it writes.</summary>
internal static class CorporateRules
{
    public static void Check(CorporateEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Number.IsEmpty || entry.Version < 0)
        {
            throw new ArgumentException("An entry has no number, or a version below zero.", nameof(entry));
        }
    }
}
