namespace MyNumber.Numbering.Issuing.Identity;

/// <summary>What every register of identity information checks before it writes.</summary>
internal static class IdentityRules
{
    public static void Check(IdentityRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Person == Guid.Empty || record.Code.IsEmpty || record.Version < 0)
        {
            throw new ArgumentException("A record lacks its person or code, or has a version below zero.", nameof(record));
        }
    }
}
