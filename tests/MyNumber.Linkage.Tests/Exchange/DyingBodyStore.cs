using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>A store whose process dies before the last note of an inquiry, that its record is in the log, is written.</summary>
internal sealed class DyingBodyStore(IBodyStore inner) : IBodyStore
{
    private const long RecordedNote = 4;

    public bool LosesLastNotes { get; set; }

    public ValueTask<BodyRow?> FindAsync(AgencyId body, BodyRowKey key, CancellationToken cancellationToken = default) => inner.FindAsync(body, key, cancellationToken);

    public ValueTask<int> WriteAsync(AgencyId body, IReadOnlyList<BodyRow> rows, CancellationToken cancellationToken = default) =>
        LosesLastNotes && rows.Any(row => row.Version == RecordedNote) ? throw new IOException("The process died.") : inner.WriteAsync(body, rows, cancellationToken);

    public ValueTask<bool> TryExchangeAsync(AgencyId body, IReadOnlyList<BodyRowKey> gone, IReadOnlyList<BodyRow> come, CancellationToken cancellationToken = default) =>
        inner.TryExchangeAsync(body, gone, come, cancellationToken);

    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(AgencyId body, BodyTable table, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        inner.ListAsync(body, table, after, most, cancellationToken);

    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(
        AgencyId body, BodyTable table, (long Lowest, long Highest) versions, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        inner.ListAsync(body, table, versions, after, most, cancellationToken);
}
