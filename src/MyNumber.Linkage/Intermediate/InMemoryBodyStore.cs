using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Intermediate;

/// <summary>Spaces of bodies in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryBodyStore : IBodyStore
{
    private readonly Dictionary<(AgencyId Body, BodyTable Table), SortedDictionary<UInt128, BodyRow>> _tables = [];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ValueTask<BodyRow?> FindAsync(AgencyId body, BodyRowKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<BodyRow?>(TableOf(body, key.Table).TryGetValue(key.Tag, out BodyRow row) ? row : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> WriteAsync(AgencyId body, IReadOnlyList<BodyRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        BodyRules.CheckKeys(rows.Select(row => row.Key), rows.Count, nameof(rows));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            int written = 0;
            foreach (BodyRow row in rows)
            {
                SortedDictionary<UInt128, BodyRow> table = TableOf(body, row.Key.Table);
                if (!table.TryGetValue(row.Key.Tag, out BodyRow old) || old.Version < row.Version)
                {
                    table[row.Key.Tag] = row;
                    written++;
                }
            }

            return ValueTask.FromResult(written);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryExchangeAsync(AgencyId body, IReadOnlyList<BodyRowKey> gone, IReadOnlyList<BodyRow> come, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gone);
        ArgumentNullException.ThrowIfNull(come);
        BodyRules.CheckKeys(gone, gone.Count, nameof(gone));
        BodyRules.CheckKeys(come.Select(row => row.Key), come.Count, nameof(come));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            bool fits = gone.All(key => TableOf(body, key.Table).ContainsKey(key.Tag))
                && come.All(row => gone.Contains(row.Key) || !TableOf(body, row.Key.Table).ContainsKey(row.Key.Tag));
            if (fits)
            {
                foreach (BodyRowKey key in gone)
                {
                    TableOf(body, key.Table).Remove(key.Tag);
                }

                foreach (BodyRow row in come)
                {
                    TableOf(body, row.Key.Table).Add(row.Key.Tag, row);
                }
            }

            return ValueTask.FromResult(fits);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(AgencyId body, BodyTable table, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        ListAsync(body, table, (long.MinValue, long.MaxValue), after, most, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(
        AgencyId body, BodyTable table, (long Lowest, long Highest) versions, UInt128? after, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            IEnumerable<BodyRow> rest = TableOf(body, table).Values.SkipWhile(row => after is { } place && row.Key.Tag <= place);
            BodyRow[] rows = [.. rest.Where(row => row.Version >= versions.Lowest && row.Version <= versions.Highest).Take(most)];
            return ValueTask.FromResult<IReadOnlyList<BodyRow>>(rows);
        }
    }

    private SortedDictionary<UInt128, BodyRow> TableOf(AgencyId body, BodyTable table) =>
        _tables.TryGetValue((body, table), out SortedDictionary<UInt128, BodyRow>? found) ? found : _tables[(body, table)] = [];
}
