namespace MyNumber.Linkage.Intermediate;

/// <summary>A row of a body's space as the store sees it: sealed.</summary>
/// <param name="Key">Where it lies.</param>
/// <param name="Version">Of two rows with one key the higher stays; for replicas the milliseconds of the data's date.</param>
/// <param name="Sealed">Bytes under the body's key; not to be changed afterwards.</param>
public readonly record struct BodyRow(BodyRowKey Key, long Version, ReadOnlyMemory<byte> Sealed);
