namespace MyNumber.Linkage.Merkle;

/// <summary>Heads in memory.</summary>
public sealed class InMemoryHeadStore : IHeadStore
{
    private readonly Dictionary<string, SortedList<long, LogHead>> _heads = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public ValueTask<bool> AddAsync(LogHead head, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(head);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            SortedList<long, LogHead> heads = Of(head.Origin);
            return ValueTask.FromResult(heads.TryAdd(head.Number, head) || heads[head.Number].States(head));
        }
    }

    /// <inheritdoc/>
    public ValueTask<LogHead?> LatestAsync(string origin, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            IList<LogHead> heads = Of(origin).Values;
            return ValueTask.FromResult(heads.Count == 0 ? null : heads[^1]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LogHead>> ReadAsync(string origin, long from, int max, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<LogHead>>([.. Of(origin).Values.Where(head => head.Number >= from).Take(max)]);
        }
    }

    private SortedList<long, LogHead> Of(string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        if (!_heads.TryGetValue(origin, out SortedList<long, LogHead>? heads))
        {
            _heads[origin] = heads = [];
        }

        return heads;
    }
}
