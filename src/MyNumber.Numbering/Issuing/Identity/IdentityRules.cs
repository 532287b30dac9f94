using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Identity;

/// <summary>What every register of identity information checks before it writes.</summary>
internal static class IdentityRules
{
    public static void Check(IdentityRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Person == Guid.Empty || record.Code.IsEmpty || record.Attributes is null || record.Municipality.IsEmpty || record.Version < 0)
        {
            throw new ArgumentException("A record lacks its person, code, attributes or municipality, or has a version below zero.", nameof(record));
        }

        if (!TextRules.IsKept(record.Attributes.Name) || !TextRules.IsKept(record.Attributes.Address))
        {
            throw new ArgumentException("Name and address are texts without U+0000 and without halves of characters.", nameof(record));
        }
    }
}
