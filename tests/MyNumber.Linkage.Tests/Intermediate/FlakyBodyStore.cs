using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Tests.Intermediate;

/// <summary>A site that can be taken down, or die in a way that the pair does not expect.</summary>
internal sealed class FlakyBodyStore : IBodyStore
{
    private readonly InMemoryBodyStore _inner = new();

    public bool IsDown { get; set; }

    public bool DiesAtNextChange { get; set; }

    public ValueTask<BodyRow?> FindAsync(AgencyId body, BodyRowKey key, CancellationToken cancellationToken = default) => Up().FindAsync(body, key, cancellationToken);

    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(AgencyId body, BodyTable table, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        Up().ListAsync(body, table, after, most, cancellationToken);

    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(
        AgencyId body, BodyTable table, (long Lowest, long Highest) versions, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        Up().ListAsync(body, table, versions, after, most, cancellationToken);

    public ValueTask<int> WriteAsync(AgencyId body, IReadOnlyList<BodyRow> rows, CancellationToken cancellationToken = default) =>
        Alive().WriteAsync(body, rows, cancellationToken);

    public ValueTask<bool> TryExchangeAsync(AgencyId body, IReadOnlyList<BodyRowKey> gone, IReadOnlyList<BodyRow> come, CancellationToken cancellationToken = default) =>
        Alive().TryExchangeAsync(body, gone, come, cancellationToken);

    private InMemoryBodyStore Alive()
    {
        bool dies = DiesAtNextChange;
        DiesAtNextChange = false;
        return dies ? throw new InvalidOperationException("The process ended here.") : Up();
    }

    private InMemoryBodyStore Up() => IsDown ? throw new IOException("The site is down.") : _inner;
}
