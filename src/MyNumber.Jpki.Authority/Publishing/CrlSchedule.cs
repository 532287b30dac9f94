using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Publishes lists (失効情報ファイル) by the clock: daily, for each generation that is still in force a full list and one for each municipality.</summary>
/// <remarks>
/// <para>Thread safe. What was published is kept in the register with its number and stays the same bytes until the next; so does its entity tag.</para>
/// <para>A scope that has no list yet, as that of a municipality's first certificate, is due at once. Signing keeps no reader of statuses waiting.</para>
/// <para>Lists that were being made when somebody wrote to the register are made again, so that a hold of before their instant is on them. One that, made alone, meets that sixteen times is published as it was made last; what it
/// lacks is on the next.</para>
/// <para>Where a regular list gets no number any more because lists of later instants were made without a record (<see cref="CrlPublisher.Publish"/>), one that is taken now takes its place.</para>
/// </remarks>
public sealed class CrlSchedule
{
    private const int ListsPerEntry = 256, MostTries = 16;

    private readonly Func<IEnumerable<AuthorityGeneration>> _generations;
    private readonly CrlPublisher _publisher;
    private readonly AuthorityLedger _ledger;
    private readonly TimeProvider _clock;
    private volatile Round? _done;

    internal CrlSchedule(Func<IEnumerable<AuthorityGeneration>> generations, CrlPublisher publisher, AuthorityLedger ledger, TimeProvider clock, CrlScheduleOptions options)
    {
        _generations = generations;
        _publisher = publisher;
        _ledger = ledger;
        _clock = clock;
        Options = options;
    }

    /// <summary>Hour, lifetime and what happens after a pause.</summary>
    public CrlScheduleOptions Options { get; }

    /// <summary>When the next lists are due.</summary>
    public DateTimeOffset NextDue => Options.LastDue(_clock.GetUtcNow()).AddDays(1);

    /// <summary>Publishes what is due and not yet published.</summary>
    /// <returns>What was published, in order; empty when nothing was due.</returns>
    /// <exception cref="InvalidOperationException">The register is not in memory.</exception>
    public IReadOnlyList<PublishedCrl> PublishDue() => _ledger.IsInMemory
        ? PublishDueAsync().GetAwaiter().GetResult()
        : throw new InvalidOperationException("The register is not in memory: use the call that ends in Async.");

    /// <summary>Publishes what is due and not yet published.</summary>
    /// <param name="cancellationToken">Gives up; what was written by then stays.</param>
    /// <returns>What was published, in order; empty when nothing was due.</returns>
    public async ValueTask<IReadOnlyList<PublishedCrl>> PublishDueAsync(CancellationToken cancellationToken = default)
    {
        Round round = new(Options.LastDue(_clock.GetUtcNow()), _generations().Count(), _ledger.Read(state => state.Municipalities.Count));
        if (round == _done)
        {
            return [];
        }

        IReadOnlyList<PublishedCrl> published = await PublishAsync(Scopes().SelectMany(scope => Missing(scope, round.Due)), cancellationToken).ConfigureAwait(false);
        _done = round;
        return published;
    }

    /// <summary>Publishes every list out of turn, taken now.</summary>
    /// <param name="cancellationToken">Gives up; what was written by then stays.</param>
    /// <returns>What was published.</returns>
    public ValueTask<IReadOnlyList<PublishedCrl>> PublishNowAsync(CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = ValidityRule.WholeSecond(_clock.GetUtcNow());
        return PublishAsync(Scopes().Select(scope => (scope, now)), cancellationToken);
    }

    /// <summary>Publishes what is due, and again whenever lists fall due, until it is cancelled.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A task that ends by cancellation, or when the register fails.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await PublishDueAsync(cancellationToken).ConfigureAwait(false);
            DateTimeOffset now = _clock.GetUtcNow();
            await Task.Delay(Options.LastDue(now).AddDays(1) - now, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The list that stands published.</summary>
    /// <param name="issuer">The generation.</param>
    /// <param name="scope">A municipality's five digits, or <see cref="PublishedCrl.FullScope"/>.</param>
    /// <returns>The list, or <see langword="null"/> when none was published.</returns>
    public PublishedCrl? Find(AuthorityGeneration issuer, string scope = PublishedCrl.FullScope)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(scope);
        return Find(issuer.Purpose, issuer.Number, scope);
    }

    private PublishedCrl? Find(CertificatePurpose purpose, int generation, string scope) => _ledger.Read(state => state.FindList(purpose, generation, scope));

    private List<Scope> Scopes()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        Municipality?[] places = _ledger.Read(state => state.Municipalities.OrderBy(place => place.Code, StringComparer.Ordinal).ToArray());
        return [.. _generations().Where(issuer => now <= issuer.NotAfter).SelectMany(issuer => places.Prepend(null).Select(place => new Scope(issuer, place)))];
    }

    /// <summary>The instants for which a scope lacks its list.</summary>
    private IEnumerable<(Scope Scope, DateTimeOffset At)> Missing(Scope scope, DateTimeOffset due)
    {
        DateTimeOffset begin = scope.Issuer.NotBefore;
        DateTimeOffset? last = Find(scope.Issuer, scope.Name)?.ThisUpdate;
        DateTimeOffset first = Options.MakesUpMissedDays && last is { } before ? before : due.AddDays(-1);
        first = first < due.AddDays(-Options.MostMissedDays) ? due.AddDays(-Options.MostMissedDays) : first;
        for (DateTimeOffset at = Options.LastDue(first).AddDays(1); at <= due; at = at.AddDays(1))
        {
            DateTimeOffset taken = at < begin ? begin : at;
            if (last is null || taken > last)
            {
                yield return (scope, taken);
            }
        }
    }

    private async ValueTask<IReadOnlyList<PublishedCrl>> PublishAsync(IEnumerable<(Scope Scope, DateTimeOffset At)> due, CancellationToken cancellationToken)
    {
        List<PublishedCrl> published = [];
        foreach ((Scope Scope, DateTimeOffset At)[] some in due.OrderBy(one => one.At).Chunk(ListsPerEntry))
        {
            published.AddRange(await PublishAsync(some, cancellationToken).ConfigureAwait(false));
        }

        return published;
    }

    /// <summary>Lists are made outside of the ledger's lock, so they are made again when somebody wrote meanwhile, and fewer at once: a hold of before their instant must be on them.</summary>
    private async ValueTask<PublishedCrl[]> PublishAsync((Scope Scope, DateTimeOffset At)[] some, CancellationToken cancellationToken)
    {
        for (int tries = 1; ; tries++)
        {
            long position = await _ledger.CatchUpAsync(cancellationToken).ConfigureAwait(false);
            DateTimeOffset now = ValidityRule.WholeSecond(_clock.GetUtcNow());
            PublishedCrl[] made = [.. some.Where(IsNoneLater).Select(one => Make(one.Scope, one.At, now)).OfType<PublishedCrl>()];
            bool isLast = tries == MostTries;
            PublishedCrl[]? fresh = await _ledger.CommitAsync(
                state => state.Position == position || isLast ? Judge(state, made, now) : (null, null), cancellationToken).ConfigureAwait(false);
            if (fresh is not null)
            {
                return fresh;
            }

            if (some.Length > 1)
            {
                int half = some.Length / 2;
                return [.. await PublishAsync(some[..half], cancellationToken).ConfigureAwait(false), .. await PublishAsync(some[half..], cancellationToken).ConfigureAwait(false)];
            }
        }
    }

    private PublishedCrl? Make(Scope scope, DateTimeOffset at, DateTimeOffset now) =>
        _publisher.Make(scope.Issuer, scope.Municipality, at) ?? (at >= Options.LastDue(now) && at < now ? _publisher.Make(scope.Issuer, scope.Municipality, now) : null);

    private bool IsNoneLater((Scope Scope, DateTimeOffset At) one) => Find(one.Scope.Issuer, one.Scope.Name) is not { } standing || standing.ThisUpdate <= one.At;

    // Another process may have published meanwhile: a number never falls.
    private static (RegisterEntry? Entry, PublishedCrl[]? Published) Judge(AuthorityState state, PublishedCrl[] made, DateTimeOffset now)
    {
        PublishedCrl[] fresh = [.. made.Where(list => state.FindList(list.Purpose, list.Generation, list.Scope) is not { } last || last.Number < list.Number)];
        return (fresh.Length == 0 ? null : new RegisterEntry { At = now, Lists = fresh }, fresh);
    }

    /// <summary>What a round depends on: when it is done and nothing of this changed, the next one has nothing to do.</summary>
    private sealed record Round(DateTimeOffset Due, int Generations, int Municipalities);

    private readonly record struct Scope(AuthorityGeneration Issuer, Municipality? Municipality)
    {
        public string Name => Municipality?.Code ?? PublishedCrl.FullScope;
    }
}
