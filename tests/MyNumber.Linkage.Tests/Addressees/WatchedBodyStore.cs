using System.Collections.Concurrent;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Tests.Addressees;

/// <summary>Remembers every row that was ever handed to a store.</summary>
internal sealed class WatchedBodyStore : IBodyStore
{
    private readonly InMemoryBodyStore _inner = new();

    public ConcurrentQueue<BodyRow> Seen { get; } = [];

    /// <summary>Whether bytes stand in any row, opened with the body's key.</summary>
    public bool Holds(BodyCipher cipher, byte[] secret) => Seen.Any(row => cipher.Open(row).AsSpan().IndexOf(secret) >= 0 || row.Sealed.Span.IndexOf(secret) >= 0);

    public ValueTask<BodyRow?> FindAsync(AgencyId body, BodyRowKey key, CancellationToken cancellationToken = default) => _inner.FindAsync(body, key, cancellationToken);

    public ValueTask<int> WriteAsync(AgencyId body, IReadOnlyList<BodyRow> rows, CancellationToken cancellationToken = default)
    {
        Remember(rows);
        return _inner.WriteAsync(body, rows, cancellationToken);
    }

    public ValueTask<bool> TryExchangeAsync(AgencyId body, IReadOnlyList<BodyRowKey> gone, IReadOnlyList<BodyRow> come, CancellationToken cancellationToken = default)
    {
        Remember(come);
        return _inner.TryExchangeAsync(body, gone, come, cancellationToken);
    }

    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(AgencyId body, BodyTable table, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        _inner.ListAsync(body, table, after, most, cancellationToken);

    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(
        AgencyId body, BodyTable table, (long Lowest, long Highest) versions, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        _inner.ListAsync(body, table, versions, after, most, cancellationToken);

    private void Remember(IReadOnlyList<BodyRow> rows)
    {
        foreach (BodyRow row in rows)
        {
            Seen.Enqueue(row);
        }
    }
}
