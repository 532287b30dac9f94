using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Corporate;

/// <summary>What every register of corporate numbers checks before it writes.</summary>
internal static class CorporateRules
{
    public static void Check(CorporateEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Number.IsEmpty || entry.Version < 0 || entry.Request == Guid.Empty)
        {
            throw new ArgumentException("An entry has no number, no request, or a version below zero.", nameof(entry));
        }

        if (!TextRules.IsKept(entry.Name) || !TextRules.IsKept(entry.Seat))
        {
            throw new ArgumentException("Name and seat are texts without U+0000 and without halves of characters.", nameof(entry));
        }
    }
}
