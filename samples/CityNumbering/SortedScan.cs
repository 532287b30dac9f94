namespace CityNumbering;

/// <summary>Sorts and looks at neighbours: no hash, no index of the code that issues.</summary>
internal static class SortedScan
{
    /// <summary>How many values stand a second time.</summary>
    public static long Repeats<T>(T[] values)
        where T : IComparable<T>
    {
        T[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted.Zip(sorted.Skip(1)).LongCount(pair => pair.First.CompareTo(pair.Second) == 0);
    }

    /// <summary>How many of the first stand among the second: two sorted rows, walked side by side.</summary>
    public static long Common<T>(T[] first, T[] second)
        where T : IComparable<T>
    {
        T[] left = [.. first.Order()], right = [.. second.Order()];
        long common = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            int order = left[i].CompareTo(right[j]);
            common += order == 0 ? 1 : 0;
            (i, j) = order <= 0 ? (i + 1, j) : (i, j + 1);
        }

        return common;
    }
}
