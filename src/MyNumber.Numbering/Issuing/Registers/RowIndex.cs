namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>A hash index of rows that keeps four bytes a slot: the row's number only. Keys are read from the rows.</summary>
/// <remarks>Open addressing with linear probing. Only the row that was added last may be taken back, which needs no tombstones.</remarks>
internal sealed class RowIndex<TKey>(Func<int, TKey> keyOf)
    where TKey : IEquatable<TKey>
{
    /// <summary>How many rows fit: two thirds of the slots that an array whose length is a power of two can have.</summary>
    public const int MostRows = (int)((1L << 31) / 3);

    private int[] _slots = new int[16];
    private int _count;

    public int Find(TKey key)
    {
        int at = Place(key, _slots.Length - 1);
        for (; _slots[at] != 0; at = (at + 1) & (_slots.Length - 1))
        {
            int row = _slots[at] - 1;
            if (keyOf(row).Equals(key))
            {
                return row;
            }
        }

        return -1;
    }

    public void Add(TKey key, int row)
    {
        if (_count * 3L >= _slots.Length * 2L)
        {
            Grow();
        }

        Put(_slots, key, row);
        _count++;
    }

    public void TakeBackLast(TKey key, int row)
    {
        int at = Place(key, _slots.Length - 1);
        while (_slots[at] != row + 1)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        _slots[at] = 0;
        _count--;
    }

    private void Grow()
    {
        // Rows go in again in their order, so that the last one stays the last of its chain.
        int[] larger = new int[_slots.Length * 2];
        int[] rows = [.. _slots.Where(slot => slot != 0)];
        Array.Sort(rows);
        foreach (int row in rows)
        {
            Put(larger, keyOf(row - 1), row - 1);
        }

        _slots = larger;
    }

    private static void Put(int[] slots, TKey key, int row)
    {
        int at = Place(key, slots.Length - 1);
        while (slots[at] != 0)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = row + 1;
    }

    private static int Place(TKey key, int mask) => unchecked((int)(((uint)key.GetHashCode() * 0x9E3779B97F4A7C15UL) >> 32)) & mask;
}
