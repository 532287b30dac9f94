using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>One entry of the daily index (日次索引).</summary>
/// <param name="Key">Which record.</param>
/// <param name="Commitment">Its commitment.</param>
public readonly record struct DayCommitment(RecordKey Key, Digest Commitment);
