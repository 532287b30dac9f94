using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>The core's desk for provision records (情報提供等記録): finds a person's records by the portal's code and proves each against a signed head.</summary>
/// <remarks>
/// <para>What is withheld (番号法23条2項) is passed over before anything is counted: pages are full without it, a next page is announced only when it has something
/// to show, and no total is given. Thread safe.</para>
/// </remarks>
public sealed class RecordDesk
{
    private readonly Func<AgencyDirectory> _directory;
    private readonly RecordReader _reader;
    private readonly RecordFinder _finder;
    private readonly PartyLog _log;
    private readonly IHeadStore _heads;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _freshness;

    /// <summary>Opens the desk over the core's parts, which stay the caller's.</summary>
    /// <param name="directory">The directory in force now.</param>
    /// <param name="finder">The core's index.</param>
    /// <param name="log">The core's log.</param>
    /// <param name="records">Its records.</param>
    /// <param name="heads">Its heads.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="freshness">How old a head may be; a younger one is used again, so that questions do not make heads. What came after it is shown later.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The log is not the core's.</exception>
    public RecordDesk(Func<AgencyDirectory> directory, RecordFinder finder, PartyLog log, IRecordStore records, IHeadStore heads, TimeProvider clock, TimeSpan freshness)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(finder);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(heads);
        ArgumentNullException.ThrowIfNull(clock);
        _ = log.Owner.IsCore ? true : throw new ArgumentException("People's records are found at the core.", nameof(log));
        (_directory, _finder, _log, _heads, _clock, _freshness) = (directory, finder, log, heads, clock, freshness);
        _reader = new RecordReader(finder, log, records);
    }

    /// <summary>The line of one body in this process. Whoever hands it out has authenticated the body.</summary>
    /// <param name="caller">The body.</param>
    /// <returns>Its line.</returns>
    public IRecordLine LineOf(AgencyId caller) => new LocalRecordLine(this, caller);

    internal async ValueTask<RecordPage> AskAsync(AgencyId caller, RecordQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        DateTimeOffset now = _clock.GetUtcNow();
        AgencyDirectory directory = _directory();
        if (!directory.TryFind(caller, now, out Agency? agency) || agency.Kind != AgencyKind.Portal
            || !directory.TryFindHolderOf(caller, now, out CodeHolder? holder) || holder.Status != CodeHolderStatus.Active)
        {
            return new RecordPage { Outcome = RecordQueryOutcome.NotPortal };
        }

        if (query.Most is < 1 or > RecordQuery.MostOnPage)
        {
            return new RecordPage { Outcome = RecordQueryOutcome.Malformed };
        }

        (CodeStanding standing, LinkCode link) = await _finder.JudgeAsync(caller, query.Code, now, cancellationToken).ConfigureAwait(false);
        return standing == CodeStanding.InUse
            ? await AnswerAsync(link, query, now, cancellationToken).ConfigureAwait(false)
            : new RecordPage { Outcome = RecordQueryOutcome.CodeRefused };
    }

    private async ValueTask<RecordPage> AnswerAsync(LinkCode link, RecordQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        LogHead head = await HeadAsync(now, cancellationToken).ConfigureAwait(false);
        List<ImmutableArray<RecordProof>> shown = await _reader.ReadAsync(link, query, head, now, cancellationToken).ConfigureAwait(false);
        bool isMore = shown.Count > query.Most;
        ImmutableArray<RecordProof>[] page = [.. shown.Take(query.Most)];
        return new RecordPage
        {
            Outcome = RecordQueryOutcome.Answered,
            Records = [.. page.SelectMany(chain => chain)],
            Next = isMore ? CursorOf(page[^1][0].Record.Record) : null,
            Head = head,
            Consistency = query.LastSeen is { } seen && seen.Origin == head.Origin && seen.Size <= head.Size
                ? await _log.ProveConsistencyAsync(seen.Size, head.Size, cancellationToken).ConfigureAwait(false)
                : null,
        };
    }

    private static RecordCursor CursorOf(AccessRecord record) => new(record.RequestedAt.UtcDateTime.Year, record.Key with { Correction = 0 });

    private async ValueTask<LogHead> HeadAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await _heads.LatestAsync(_log.Owner.Origin, cancellationToken).ConfigureAwait(false) is { } latest && now - latest.Time < _freshness
            ? latest
            : await _log.SignHeadAsync(cancellationToken).ConfigureAwait(false);
}
