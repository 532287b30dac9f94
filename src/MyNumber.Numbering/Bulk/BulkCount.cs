namespace MyNumber.Numbering.Bulk;

/// <summary>How many rows a bulk validation saw.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="BadRows">The rows that hold no valid number.</param>
public readonly record struct BulkCount(long Rows, long BadRows)
{
    /// <summary>The rows that hold a valid number.</summary>
    public long GoodRows => Rows - BadRows;
}
