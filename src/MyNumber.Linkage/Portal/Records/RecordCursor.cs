using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>Where a page of a person's records ended. It names a record that was shown, never one that was passed over.</summary>
/// <param name="Year">The year of the record's request, in UTC.</param>
/// <param name="Key">The record.</param>
public readonly record struct RecordCursor(int Year, RecordKey Key);
