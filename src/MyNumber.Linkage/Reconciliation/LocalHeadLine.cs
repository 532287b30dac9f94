using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>A party's own log, shown within one process or by its server.</summary>
/// <remarks>Thread safe. Asking signs no head: <see cref="PartyLog.SignHeadAsync"/> is the party's own doing.</remarks>
public sealed class LocalHeadLine : IHeadLine
{
    private readonly PartyLog _log;
    private readonly IHeadStore _heads;

    /// <summary>Opens the line.</summary>
    /// <param name="log">The log; stays the caller's.</param>
    /// <param name="heads">Its heads.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public LocalHeadLine(PartyLog log, IHeadStore heads)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(heads);
        (_log, _heads) = (log, heads);
    }

    /// <inheritdoc/>
    public ValueTask<LogHead?> LatestAsync(CancellationToken cancellationToken = default) => _heads.LatestAsync(_log.Owner.Origin, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LogHead>> ReadAsync(long from, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, IHeadLine.MostHeads);
        return _heads.ReadAsync(_log.Owner.Origin, from, most, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ConsistencyProof?> ProveAsync(long first, long second, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _log.ProveConsistencyAsync(first, second, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
