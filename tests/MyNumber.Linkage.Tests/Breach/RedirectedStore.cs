using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>The rows of one body, whoever asks: what a body does that says it is another.</summary>
internal sealed class RedirectedStore(IBodyStore inner, AgencyId victim) : IBodyStore
{
    public ValueTask<BodyRow?> FindAsync(AgencyId body, BodyRowKey key, CancellationToken cancellationToken = default) => inner.FindAsync(victim, key, cancellationToken);

    public ValueTask<int> WriteAsync(AgencyId body, IReadOnlyList<BodyRow> rows, CancellationToken cancellationToken = default) => inner.WriteAsync(victim, rows, cancellationToken);

    public ValueTask<bool> TryExchangeAsync(AgencyId body, IReadOnlyList<BodyRowKey> gone, IReadOnlyList<BodyRow> come, CancellationToken cancellationToken = default) =>
        inner.TryExchangeAsync(victim, gone, come, cancellationToken);

    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(AgencyId body, BodyTable table, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        inner.ListAsync(victim, table, after, most, cancellationToken);

    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(
        AgencyId body, BodyTable table, (long Lowest, long Highest) versions, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        inner.ListAsync(victim, table, versions, after, most, cancellationToken);
}
