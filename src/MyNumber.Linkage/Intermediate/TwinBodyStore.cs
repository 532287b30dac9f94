using System.Data.Common;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Intermediate;

/// <summary>Two sites that back each other up (相互バックアップ): every change goes to both; when one fails the other goes on and notes what it missed.</summary>
/// <remarks>
/// <para>A failure of a site is an <see cref="IOException"/>, a <see cref="TimeoutException"/> or a <see cref="DbException"/> of its store. A site that failed is not read until
/// <see cref="CatchUpAsync"/> has brought it everything; the notes lie in the other site's store and outlive the process. When both fail the exception of the
/// second one is thrown, and nothing is known about the change: it may be asked again.</para>
/// <para>Thread safe. One object, in one process, writes to a pair at a time; two would not know of each other's failures.</para>
/// </remarks>
public sealed class TwinBodyStore : IBodyStore
{
    private const int Page = 500;

    private readonly IBodyStore[] _sites;
    private readonly SiteState[] _states = [SiteState.Current, SiteState.Current];
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Joins two sites.</summary>
    /// <param name="first">Read first; east, say.</param>
    /// <param name="second">Read when the first is not current; west, say.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TwinBodyStore(IBodyStore first, IBodyStore second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        _sites = [first, second];
    }

    /// <summary>How the first site stands.</summary>
    public SiteState First => _states[0];

    /// <summary>How the second site stands.</summary>
    public SiteState Second => _states[1];

    /// <inheritdoc/>
    public ValueTask<BodyRow?> FindAsync(AgencyId body, BodyRowKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(site => site.FindAsync(body, key, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(AgencyId body, BodyTable table, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        ReadAsync(site => site.ListAsync(body, table, after, most, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(
        AgencyId body, BodyTable table, (long Lowest, long Highest) versions, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        ReadAsync(site => site.ListAsync(body, table, versions, after, most, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<int> WriteAsync(AgencyId body, IReadOnlyList<BodyRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return ChangeAsync(body, SiteCopy.Notes(rows.Select(row => row.Key)), WriteTo, cancellationToken);

        async ValueTask<int> WriteTo(IBodyStore site, IReadOnlyList<BodyRow> notes, CancellationToken token) =>
            await site.WriteAsync(body, [.. rows, .. notes], token).ConfigureAwait(false) - notes.Count;
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryExchangeAsync(AgencyId body, IReadOnlyList<BodyRowKey> gone, IReadOnlyList<BodyRow> come, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gone);
        ArgumentNullException.ThrowIfNull(come);
        BodyRow[] made = SiteCopy.Notes(gone.Concat(come.Select(row => row.Key)).Distinct());
        return ChangeAsync(body, made, (site, notes, token) => site.TryExchangeAsync(body, gone, [.. come, .. notes], token), cancellationToken);
    }

    /// <summary>Finds out after a start whether a site lacks something, from the notes of the other.</summary>
    /// <param name="bodies">The bodies whose spaces lie here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask InspectAsync(IReadOnlyList<AgencyId> bodies, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (int site = 0; site < _sites.Length; site++)
            {
                foreach (AgencyId body in bodies)
                {
                    bool owes = (await _sites[site].ListAsync(body, BodyTable.Owed, null, 1, cancellationToken).ConfigureAwait(false)).Count > 0;
                    _states[1 - site] = owes ? SiteState.Behind : _states[1 - site];
                }
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Brings to the site that is behind what it missed.</summary>
    /// <param name="bodies">All bodies whose spaces lie here.</param>
    /// <param name="cancellationToken">Gives up; what is not brought yet stays noted.</param>
    /// <returns>How many rows were looked at.</returns>
    /// <exception cref="IOException">The site fails again, as its store says it.</exception>
    public async ValueTask<int> CatchUpAsync(IReadOnlyList<AgencyId> bodies, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            int behind = Array.IndexOf(_states, SiteState.Behind);
            int looked = 0;
            for (int i = 0; behind >= 0 && i < bodies.Count; i++)
            {
                looked += await SiteCopy.BringAsync(bodies[i], _sites[1 - behind], _sites[behind], Page, cancellationToken).ConfigureAwait(false);
            }

            if (behind >= 0)
            {
                _states[behind] = SiteState.Current;
            }

            return looked;
        }
        finally
        {
            _writing.Release();
        }
    }

    private async ValueTask<T> ReadAsync<T>(Func<IBodyStore, ValueTask<T>> read)
    {
        int preferred = _states[0] == SiteState.Current ? 0 : 1;
        try
        {
            return await read(_sites[preferred]).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception) && _states[1 - preferred] == SiteState.Current)
        {
            return await read(_sites[1 - preferred]).ConfigureAwait(false);
        }
    }

    /// <summary>The site that leads takes the change together with notes of it; the notes go when the other has it too. So a process that dies in between leaves the notes.</summary>
    private async ValueTask<T> ChangeAsync<T>(
        AgencyId body, BodyRow[] notes, Func<IBodyStore, IReadOnlyList<BodyRow>, CancellationToken, ValueTask<T>> change, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            int leading = _states[0] == SiteState.Current ? 0 : 1;
            (bool done, T? answer) = await TryAsync(leading, site => change(site, notes, cancellationToken)).ConfigureAwait(false);
            if (!done)
            {
                return await change(_sites[1 - leading], notes, cancellationToken).ConfigureAwait(false);
            }

            int other = 1 - leading;
            if (_states[other] == SiteState.Current && (await TryAsync(other, site => change(site, [], CancellationToken.None)).ConfigureAwait(false)).Done)
            {
                await _sites[leading].TryExchangeAsync(body, [.. notes.Select(note => note.Key)], [], CancellationToken.None).ConfigureAwait(false);
            }

            return answer!;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Changes one site; its failure marks it as behind, unless it is the only one left.</summary>
    private async ValueTask<(bool Done, T? Answer)> TryAsync<T>(int site, Func<IBodyStore, ValueTask<T>> change)
    {
        try
        {
            return (true, await change(_sites[site]).ConfigureAwait(false));
        }
        catch (Exception exception) when (IsFailure(exception) && _states[1 - site] == SiteState.Current)
        {
            _states[site] = SiteState.Behind;
            return (false, default);
        }
    }

    private static bool IsFailure(Exception exception) => exception is IOException or TimeoutException or DbException;
}
