using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>A record that a person's own check refuses.</summary>
/// <param name="Key">The record.</param>
/// <param name="Reason">Why.</param>
public readonly record struct FailedRecord(RecordKey Key, RecordFailure Reason);
