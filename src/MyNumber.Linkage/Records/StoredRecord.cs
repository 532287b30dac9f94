namespace MyNumber.Linkage.Records;

/// <summary>A record as a store gives it back.</summary>
/// <param name="Position">The leaf's index in the log.</param>
/// <param name="Record">The record with its salt.</param>
public sealed record StoredRecord(long Position, SaltedRecord Record)
{
    /// <summary>The position and the record.</summary>
    /// <returns>One line, in every culture the same.</returns>
    public override string ToString() => FormattableString.Invariant($"leaf {Position}: {Record}");
}
