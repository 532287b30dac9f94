using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>Records in memory.</summary>
public sealed class InMemoryRecordStore : IRecordStore
{
    private readonly List<Digest> _commitments = [];
    private readonly Dictionary<RecordKey, StoredRecord> _records = [];
    private readonly SortedDictionary<DateOnly, Dictionary<RecordScope, SortedList<RecordKey, Digest>>> _days = [];
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordPlace>> AppendAsync(ReadOnlyMemory<SaltedRecord> records, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RecordPlace[] places = new RecordPlace[records.Length];
        lock (_lock)
        {
            for (int i = 0; i < places.Length; i++)
            {
                places[i] = Append(records.Span[i]);
            }
        }

        return ValueTask.FromResult<IReadOnlyList<RecordPlace>>(places);
    }

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(_records.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Digest>> ReadCommitmentsAsync(long from, int max, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        lock (_lock)
        {
            int start = (int)Math.Min(from, _commitments.Count);
            return ValueTask.FromResult<IReadOnlyList<Digest>>(_commitments.GetRange(start, Math.Min(max, _commitments.Count - start)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DayCommitment>> ReadDayAsync(RecordScope scope, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<DayCommitment>>(
                _days.GetValueOrDefault(scope.Day)?.GetValueOrDefault(scope) is { } index ? [.. index.Select(row => new DayCommitment(row.Key, row.Value))] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordScope>> ReadScopesAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<RecordScope>>(_days.GetValueOrDefault(day) is { } scopes ? [.. scopes.Keys] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordKey>> ShredAsync(DateOnly lastDay, int max, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        lock (_lock)
        {
            RecordKey[] keys = [.. _days.TakeWhile(day => day.Key <= lastDay).SelectMany(day => day.Value.Values).SelectMany(index => index.Keys).Take(max)];
            foreach (RecordKey key in keys.Reverse())
            {
                Drop(key);
            }

            return ValueTask.FromResult<IReadOnlyList<RecordKey>>(keys);
        }
    }

    private RecordPlace Append(SaltedRecord record)
    {
        RecordKey key = record.Record.Key;
        if (_records.TryGetValue(key, out StoredRecord? there))
        {
            return new RecordPlace(there.Record.Commitment == record.Commitment ? RecordAppend.AlreadyThere : RecordAppend.Conflict, there.Position);
        }

        _records.Add(key, new StoredRecord(_commitments.Count, record));
        _commitments.Add(record.Commitment);
        Index(RecordScope.Of(record.Record)).Add(key, record.Commitment);
        return new RecordPlace(RecordAppend.Written, _commitments.Count - 1);
    }

    private SortedList<RecordKey, Digest> Index(RecordScope scope)
    {
        if (!_days.TryGetValue(scope.Day, out Dictionary<RecordScope, SortedList<RecordKey, Digest>>? scopes))
        {
            _days[scope.Day] = scopes = [];
        }

        if (!scopes.TryGetValue(scope, out SortedList<RecordKey, Digest>? index))
        {
            scopes[scope] = index = [];
        }

        return index;
    }

    private void Drop(RecordKey key)
    {
        _records.Remove(key, out StoredRecord? record);
        RecordScope scope = RecordScope.Of(record!.Record.Record);
        _days[scope.Day][scope].Remove(key);
        if (_days[scope.Day][scope].Count == 0)
        {
            _days[scope.Day].Remove(scope);
        }

        if (_days[scope.Day].Count == 0)
        {
            _days.Remove(scope.Day);
        }
    }
}
