using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Core.Numbers;

namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>Acquisitions in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryAcquisitions : IAcquisitions
{
    private readonly Dictionary<AcquisitionKey, Acquisition> _rows = [];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ValueTask<bool> AddAsync(Acquisition acquisition, CancellationToken cancellationToken = default)
    {
        Acquisition.CheckNew(acquisition);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_rows.TryAdd(acquisition.Key, acquisition));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Acquisition?> FindAsync(AcquisitionKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_rows.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> MoveAsync(Acquisition acquisition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acquisition);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            bool follows = _rows.TryGetValue(acquisition.Key, out Acquisition? last) && last.Version + 1 == acquisition.Version
                && AcquisitionSteps.Allows(last.State, acquisition.State);
            if (follows)
            {
                _rows[acquisition.Key] = acquisition;
            }

            return ValueTask.FromResult(follows);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PurgeErasedAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            DateTimeOffset limit = ValidPeriod.ToMilliseconds(before);
            AcquisitionKey[] old = [.. _rows.Values.Where(row => row.State == AcquisitionState.Erased && row.ChangedAt < limit).Select(row => row.Key)];
            return ValueTask.FromResult(old.Count(_rows.Remove));
        }
    }
}
