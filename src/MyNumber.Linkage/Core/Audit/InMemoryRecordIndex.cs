using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Core.Audit;

/// <summary>The index in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryRecordIndex : IRecordIndex
{
    private readonly Dictionary<AuditTag, SortedSet<RecordKey>> _keys = [];
    private readonly Dictionary<RecordKey, HashSet<AuditTag>> _tags = [];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(IReadOnlyList<IndexedRecord> entries, CancellationToken cancellationToken = default)
    {
        IndexedRecord[] rows = IndexedRecord.Checked(entries);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(rows.Count(Add));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordKey>> ReadAsync(AuditTag tag, RecordKey? after, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            RecordKey[] found = _keys.TryGetValue(tag, out SortedSet<RecordKey>? keys) ? [.. keys.Where(key => after is not { } last || key.CompareTo(last) > 0).Take(most)] : [];
            return ValueTask.FromResult<IReadOnlyList<RecordKey>>(found);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> DropAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(keys.Sum(Drop));
        }
    }

    private bool Add(IndexedRecord entry)
    {
        if (!Of(_keys, entry.Tag).Add(entry.Key))
        {
            return false;
        }

        return Of(_tags, entry.Key).Add(entry.Tag);
    }

    private int Drop(RecordKey key)
    {
        if (!_tags.Remove(key, out HashSet<AuditTag>? tags))
        {
            return 0;
        }

        foreach (AuditTag tag in tags)
        {
            _keys[tag].Remove(key);
            if (_keys[tag].Count == 0)
            {
                _keys.Remove(tag);
            }
        }

        return tags.Count;
    }

    private static TSet Of<TKey, TSet>(Dictionary<TKey, TSet> sets, TKey key)
        where TKey : notnull
        where TSet : new() =>
        sets.TryGetValue(key, out TSet? found) ? found : sets[key] = new TSet();
}
