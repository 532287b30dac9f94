namespace MyNumber.Linkage.Intermediate;

/// <summary>Where a row of a body's space lies: a table and 128 bits that tell nothing without the body's key.</summary>
/// <param name="Table">The table.</param>
/// <param name="Tag">A keyed hash of what the row is about.</param>
public readonly record struct BodyRowKey(BodyTable Table, UInt128 Tag);
