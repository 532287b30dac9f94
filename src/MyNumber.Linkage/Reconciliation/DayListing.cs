using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>One party's list of a scope (日次一覧), ascending by key, with the digests of its ranges.</summary>
/// <remarks>A change costs the digests of the few ranges around it. The list takes any order and keys twice, so that what a party really holds is shown.
/// Thread safe for questions only.</remarks>
public sealed class DayListing : IDaySource
{
    private readonly List<DayCommitment> _rows;
    private readonly DayNode _tree = new(0);
    private readonly Lock _lock = new();

    /// <summary>Takes over a list as it is.</summary>
    /// <param name="rows">The rows in the party's order.</param>
    public DayListing(IEnumerable<DayCommitment> rows)
    {
        _rows = [.. rows];
        for (int i = 0; i <= _rows.Count; i++)
        {
            Link(i);
        }
    }

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    /// <summary>The digest over all: two lists are the same when their digests are.</summary>
    public Digest Digest
    {
        get
        {
            lock (_lock)
            {
                return _tree.Digest;
            }
        }
    }

    /// <summary>A row.</summary>
    /// <param name="index">Its place.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public DayCommitment this[int index] => _rows[index];

    /// <summary>Reads a scope of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The list.</returns>
    public static async ValueTask<DayListing> ReadAsync(IRecordStore store, RecordScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new DayListing(await store.ReadDayAsync(scope, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Puts a row in.</summary>
    /// <param name="index">The place that it gets.</param>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public void Insert(int index, DayCommitment row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Count);
        lock (_lock)
        {
            Unlink(index);
            _rows.Insert(index, row);
            Link(index);
            Link(index + 1);
        }
    }

    /// <summary>Takes a row out.</summary>
    /// <param name="index">Its place.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public DayCommitment RemoveAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        lock (_lock)
        {
            DayCommitment row = _rows[index];
            Unlink(index);
            Unlink(index + 1);
            _rows.RemoveAt(index);
            Link(index);
            return row;
        }
    }

    /// <summary>Puts a row in at the place that its key has in an ascending list.</summary>
    /// <param name="row">The row.</param>
    public void Add(DayCommitment row)
    {
        int place = _rows.BinarySearch(row, Comparer<DayCommitment>.Create((left, right) => left.Key.CompareTo(right.Key)));
        Insert(place < 0 ? ~place : place + 1, row);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A range is none.</exception>
    public ValueTask<IReadOnlyList<RangeAnswer>> AskAsync(IReadOnlyList<DayRange> ranges, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        cancellationToken.ThrowIfCancellationRequested();
        if (ranges.Any(range => !range.IsValid))
        {
            throw new ArgumentException("This is no range.", nameof(ranges));
        }

        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<RangeAnswer>>([.. ranges.Select(_tree.Answer)]);
        }
    }

    private void Link(int index)
    {
        DayEntry entry = EntryAt(index);
        _tree.Add(DayRange.SlotOf(entry.Key), entry);
    }

    private void Unlink(int index)
    {
        DayEntry entry = EntryAt(index);
        _tree.Remove(DayRange.SlotOf(entry.Key), entry);
    }

    private DayEntry EntryAt(int index)
    {
        DayCommitment row = index < _rows.Count ? _rows[index] : default;
        return new DayEntry(row.Key, row.Commitment, index == 0 ? default : _rows[index - 1].Key);
    }
}
