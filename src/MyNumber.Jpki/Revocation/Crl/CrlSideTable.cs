using System.Runtime.CompilerServices;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Entries that do not fit the index's words, sorted by serial. Immutable and thread safe.</summary>
internal sealed class CrlSideTable
{
    private readonly CrlSideRow[] _rows;

    private CrlSideTable(CrlSideRow[] rows) => _rows = rows;

    public int Count => _rows.Length;

    public long Bytes => _rows.Length * (long)Unsafe.SizeOf<CrlSideRow>();

    public CrlEntry? Find(ReadOnlySpan<byte> serialNumber)
    {
        if (serialNumber.Length > CrlSideRow.LongestSerial)
        {
            return null;
        }

        CrlSideRow wanted = CrlSideRow.Of(serialNumber, default);
        int low = 0, high = _rows.Length;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (_rows[middle].CompareTo(wanted) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        CrlEntry? found = null;
        for (; low < _rows.Length && _rows[low].CompareTo(wanted) == 0; low++)
        {
            found = CrlEntry.Graver(found, _rows[low].Entry);
        }

        return found;
    }

    public bool HasSameEntries(CrlSideTable other) => _rows.AsSpan().SequenceEqual(other._rows);

    /// <summary>Collects entries from one thread, in pieces: nothing that was collected is copied before the list's signature held.</summary>
    internal sealed class Builder
    {
        private const int ShortestPiece = 64, LongestPiece = 1 << 12;

        private readonly List<CrlSideRow[]> _full = [];
        private CrlSideRow[] _piece = [];
        private int _used;

        public int Count { get; private set; }

        public void Add(ReadOnlySpan<byte> serialNumber, CrlEntry entry)
        {
            if (_used == _piece.Length)
            {
                _full.Add(_piece);
                _piece = new CrlSideRow[Math.Clamp(Count, ShortestPiece, LongestPiece)];
                _used = 0;
            }

            _piece[_used++] = CrlSideRow.Of(serialNumber, entry);
            Count++;
        }

        /// <summary>Sorts what was collected. The pieces are given up.</summary>
        public CrlSideTable Build()
        {
            CrlSideRow[] rows = new CrlSideRow[Count];
            int at = 0;
            foreach (CrlSideRow[] piece in _full)
            {
                piece.CopyTo(rows, at);
                at += piece.Length;
            }

            _piece.AsSpan(0, _used).CopyTo(rows.AsSpan(at));
            _full.Clear();
            _piece = [];
            Array.Sort(rows);
            return new CrlSideTable(rows);
        }
    }
}
