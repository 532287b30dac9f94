namespace MyNumber.Linkage.Intermediate;

/// <summary>What every store of spaces refuses.</summary>
internal static class BodyRules
{
    /// <summary>Refuses a key that stands there twice.</summary>
    public static void CheckKeys(IEnumerable<BodyRowKey> keys, int count, string parameter)
    {
        if (count > 1 && keys.ToHashSet().Count != count)
        {
            throw new ArgumentException("A key stands there twice.", parameter);
        }
    }

    /// <summary>Orders as all writers go through rows.</summary>
    public static int Compare(BodyRowKey one, BodyRowKey other) => one.Table != other.Table ? one.Table.CompareTo(other.Table) : one.Tag.CompareTo(other.Tag);
}
