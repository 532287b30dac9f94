using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Core.Audit;

/// <summary>The core's way from a code that a body presents to the person's access records, year by year. It gives out keys of records, never a code or a tag.</summary>
/// <remarks>Thread safe as its parts are. No body is ever handed this object.</remarks>
public sealed class RecordFinder
{
    private const int YearsKept = 9;
    private const int Step = 500;

    private readonly IRecordIndex _index;
    private readonly AuditTagger _tagger;
    private readonly CodeBook _book;
    private readonly Func<AgencyDirectory> _directory;

    /// <summary>Joins the parts, which stay the caller's.</summary>
    /// <param name="index">The index.</param>
    /// <param name="tagger">Makes the tags.</param>
    /// <param name="book">The core's book of codes.</param>
    /// <param name="directory">The directory in force now.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RecordFinder(IRecordIndex index, AuditTagger tagger, CodeBook book, Func<AgencyDirectory> directory)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(tagger);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(directory);
        (_index, _tagger, _book, _directory) = (index, tagger, book, directory);
    }

    /// <summary>Drops entries whose records expired.</summary>
    /// <param name="expired">What <see cref="PartyLog.ShredExpiredAsync"/> of the core's log gave.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many entries are gone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="expired"/> is null.</exception>
    public ValueTask<int> DropAsync(IReadOnlyList<RecordKey> expired, CancellationToken cancellationToken = default) => _index.DropAsync(expired, cancellationToken);

    /// <summary>The tag of the person behind a code in the year of a request; empty when the code is not one in use, and so of nobody.</summary>
    internal async ValueTask<AuditTag> TagAsync(AgencyId presenter, AgencyCode code, DateTimeOffset at, CancellationToken cancellationToken)
    {
        (CodeStanding standing, LinkCode link) = await JudgeAsync(presenter, code, at, cancellationToken).ConfigureAwait(false);
        return standing == CodeStanding.InUse ? _tagger.Tag(link, at.UtcDateTime.Year) : default;
    }

    /// <summary>How a presented code stands, and the person behind one in use.</summary>
    internal async ValueTask<(CodeStanding Standing, LinkCode Link)> JudgeAsync(AgencyId presenter, AgencyCode code, DateTimeOffset at, CancellationToken cancellationToken) =>
        _directory().TryFindHolderOf(presenter, at, out CodeHolder? holder)
            ? await _book.JudgeAsync(holder, code, cancellationToken).ConfigureAwait(false)
            : (CodeStanding.Invalid, default);

    /// <summary>Enters a record under its person. Where links were merged since the inquiry was judged, it is entered under the link that stayed as well.</summary>
    /// <remarks>The code is looked at after the entry, and a merge copies entries after it ended the codes: one of the two always sees the other.</remarks>
    internal async ValueTask AddAsync(AuditTag tag, RecordKey key, AgencyId presenter, AgencyCode code, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (tag.IsEmpty)
        {
            return;
        }

        await _index.AddAsync([new IndexedRecord(tag, key)], cancellationToken).ConfigureAwait(false);
        if (_directory().TryFindHolderOf(presenter, at, out CodeHolder? holder)
            && await _book.FindMergedAsync(holder.Id, code, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } link)
        {
            await _index.AddAsync([new IndexedRecord(_tagger.Tag(link, at.UtcDateTime.Year), key)], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Enters what was found under one link under another too; again does no harm.</summary>
    internal async ValueTask CopyAsync(LinkCode from, LinkCode to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (int year = now.Year - YearsKept; year <= now.Year + 1; year++)
        {
            AuditTag target = _tagger.Tag(to, year);
            RecordKey? after = null;
            while (await ReadAsync(from, year, after, Step, cancellationToken).ConfigureAwait(false) is { Count: > 0 } keys)
            {
                await _index.AddAsync([.. keys.Select(key => new IndexedRecord(target, key))], cancellationToken).ConfigureAwait(false);
                after = keys[^1];
            }
        }
    }

    internal ValueTask<IReadOnlyList<RecordKey>> ReadAsync(LinkCode link, int year, RecordKey? after, int most, CancellationToken cancellationToken) =>
        _index.ReadAsync(_tagger.Tag(link, year), after, most, cancellationToken);
}
