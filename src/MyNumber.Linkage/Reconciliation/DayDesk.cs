using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>Where a party answers comparisons: to the core and to the two bodies of a scope, and to nobody else.</summary>
/// <remarks>A question for the whole range reads the scope anew and its list is kept, so that all rounds of one comparison see the same list while the log goes on.
/// The oldest list goes when there are too many; a question below it then reads anew, which shows as <see cref="DeviationKind.Contradictory"/> only when a correction came in between. Thread safe.</remarks>
public sealed class DayDesk
{
    private readonly LogOwner _owner;
    private readonly IRecordStore _store;
    private readonly int _most;
    private readonly Lock _lock = new();
    private readonly List<((AgencyId Caller, RecordScope Scope) Key, DayListing List)> _kept = [];

    /// <summary>Opens the desk.</summary>
    /// <param name="owner">Whose records they are.</param>
    /// <param name="store">The records.</param>
    /// <param name="most">How many lists are kept at most.</param>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    public DayDesk(LogOwner owner, IRecordStore store, int most = 16)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        (_owner, _store, _most) = (owner, store, most);
    }

    /// <summary>The records of a scope, for one caller.</summary>
    /// <param name="caller">Who asks: a body, or empty for the core. Whoever hands the source out has authenticated it.</param>
    /// <param name="scope">The scope.</param>
    /// <returns>The source; <see langword="null"/> when the scope is not this party's or not the caller's.</returns>
    public IDaySource? SourceOf(AgencyId caller, RecordScope scope)
    {
        bool isOurs = _owner.IsCore || IsIn(scope, _owner.Agency);
        return isOurs && !scope.Inquirer.IsEmpty && (caller.IsEmpty || IsIn(scope, caller)) ? new Source(this, caller, scope) : null;
    }

    private static bool IsIn(RecordScope scope, AgencyId agency) => agency == scope.Inquirer || agency == scope.Provider;

    private async ValueTask<DayListing> ListAsync((AgencyId Caller, RecordScope Scope) key, bool anew, CancellationToken cancellationToken)
    {
        if (!anew && Find(key) is { } kept)
        {
            return kept;
        }

        DayListing list = await DayListing.ReadAsync(_store, key.Scope, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _kept.RemoveAll(entry => entry.Key == key);
            _kept.Add((key, list));
            _kept.RemoveRange(0, Math.Max(0, _kept.Count - _most));
        }

        return list;
    }

    private DayListing? Find((AgencyId Caller, RecordScope Scope) key)
    {
        lock (_lock)
        {
            return _kept.Find(entry => entry.Key == key).List;
        }
    }

    private sealed class Source(DayDesk desk, AgencyId caller, RecordScope scope) : IDaySource
    {
        public async ValueTask<IReadOnlyList<RangeAnswer>> AskAsync(IReadOnlyList<DayRange> ranges, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(ranges);
            DayListing list = await desk.ListAsync((caller, scope), ranges.Contains(DayRange.Whole), cancellationToken).ConfigureAwait(false);
            return await list.AskAsync(ranges, cancellationToken).ConfigureAwait(false);
        }
    }
}
