using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Core.Audit;

/// <summary>One entry of the core's index: that a record is one of the person and the year behind a tag.</summary>
/// <param name="Tag">The tag; not empty.</param>
/// <param name="Key">The record's first key; corrections lie under the keys after it and need no entry.</param>
public readonly record struct IndexedRecord(AuditTag Tag, RecordKey Key)
{
    /// <summary>A copy of entries that a store may keep.</summary>
    internal static IndexedRecord[] Checked(IReadOnlyList<IndexedRecord> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.Any(entry => entry.Tag.IsEmpty || entry.Key.Inquiry.IsEmpty) ? throw new ArgumentException("An entry has a tag and a key.", nameof(entries)) : [.. entries];
    }
}
