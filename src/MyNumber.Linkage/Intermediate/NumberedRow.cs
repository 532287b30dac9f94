namespace MyNumber.Linkage.Intermediate;

/// <summary>An entry of a <see cref="NumberedRows"/> list, opened.</summary>
internal sealed record NumberedRow(int Number, long Version, byte[] Content);
