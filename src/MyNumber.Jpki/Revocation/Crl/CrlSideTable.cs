using System.Runtime.CompilerServices;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Entries that do not fit the index's words, sorted by length and bytes of the serial. Immutable and thread safe.</summary>
internal sealed class CrlSideTable
{
    private readonly byte[] _serials;
    private readonly Row[] _rows;

    private CrlSideTable(byte[] serials, Row[] rows)
    {
        _serials = serials;
        _rows = rows;
    }

    public int Count => _rows.Length;

    public long Bytes => _serials.Length + (_rows.Length * (long)Unsafe.SizeOf<Row>());

    public CrlEntry? Find(ReadOnlySpan<byte> serialNumber)
    {
        int low = 0, high = _rows.Length;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (Compare(SerialOf(_rows[middle]), serialNumber) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        CrlEntry? found = null;
        for (; low < _rows.Length && SerialOf(_rows[low]).SequenceEqual(serialNumber); low++)
        {
            found = CrlEntry.Graver(found, _rows[low].Entry);
        }

        return found;
    }

    public bool HasSameEntries(CrlSideTable other) => _serials.AsSpan().SequenceEqual(other._serials) && _rows.AsSpan().SequenceEqual(other._rows);

    private ReadOnlySpan<byte> SerialOf(Row row) => _serials.AsSpan(row.Offset, row.Length);

    private static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.Length != right.Length ? left.Length - right.Length : left.SequenceCompareTo(right);

    /// <summary>Collects entries; from one thread.</summary>
    internal sealed class Builder
    {
        private readonly MemoryStream _serials = new();
        private readonly List<Row> _rows = [];

        public int Count => _rows.Count;

        public void Add(ReadOnlySpan<byte> serialNumber, CrlEntry entry)
        {
            _rows.Add(new Row((int)_serials.Length, serialNumber.Length, entry));
            _serials.Write(serialNumber);
        }

        public CrlSideTable Build()
        {
            byte[] serials = _serials.ToArray();
            Row[] rows = [.. _rows];
            Array.Sort(rows, (left, right) => Compare(serials.AsSpan(left.Offset, left.Length), serials.AsSpan(right.Offset, right.Length)));
            return new CrlSideTable(serials, rows);
        }
    }

    private readonly record struct Row(int Offset, int Length, CrlEntry Entry);
}
