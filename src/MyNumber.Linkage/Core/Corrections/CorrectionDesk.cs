using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Core.Notices;

namespace MyNumber.Linkage.Core.Corrections;

/// <summary>Mends wrong links: supersedes, leaves a tombstone, owes notices, and never overwrites.</summary>
/// <remarks>Thread safe. A correction that broke off is asked for again and goes on where it was.</remarks>
public sealed class CorrectionDesk
{
    private readonly LinkBook _links;
    private readonly CodeBook _book;
    private readonly IIssuedCodes _codes;
    private readonly ICoreNotices _notices;
    private readonly Func<AgencyDirectory> _directory;
    private readonly TimeProvider _time;
    private readonly RecordFinder? _finder;

    /// <summary>Opens the desk.</summary>
    /// <param name="links">The book of people.</param>
    /// <param name="book">The book of codes.</param>
    /// <param name="codes">Its register.</param>
    /// <param name="notices">What holders are told.</param>
    /// <param name="directory">Gives the present directory.</param>
    /// <param name="time">The clock.</param>
    /// <param name="finder">By which people find records of their own: after a merge they find those of the buried link too. Null where there is no index.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CorrectionDesk(LinkBook links, CodeBook book, IIssuedCodes codes, ICoreNotices notices, Func<AgencyDirectory> directory, TimeProvider time, RecordFinder? finder = null)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(time);
        (_links, _book, _codes, _notices, _directory, _time, _finder) = (links, book, codes, notices, directory, time, finder);
    }

    private DateTimeOffset Now => ValidPeriod.ToMilliseconds(_time.GetUtcNow());

    /// <summary>Mends a holder's tie: the right person's code supersedes the wrong one.</summary>
    /// <param name="correction">The wrong tie.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of it, and the right code when it is corrected.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="correction"/> is null.</exception>
    public async ValueTask<(CorrectionOutcome Outcome, AgencyCode Right)> CorrectTieAsync(TieCorrection correction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(correction);
        IssuedCode? wrong = await _codes.FindAsync(correction.Holder.Id, correction.Wrong, cancellationToken).ConfigureAwait(false);
        if (wrong is null || wrong.Link == correction.Right)
        {
            return (wrong is null ? CorrectionOutcome.Unknown : CorrectionOutcome.NotWrong, default);
        }

        IssuedCode right = await _book.IssueAsync(correction.Holder, correction.Right, cancellationToken).ConfigureAwait(false);
        CorrectionOutcome ended = correction.KeepsWrong ? CorrectionOutcome.Corrected : await EndAsync(wrong, right.Code, IssuedReason.WrongPerson, cancellationToken).ConfigureAwait(false);
        if (ended != CorrectionOutcome.Corrected)
        {
            return (ended, default);
        }

        List<CoreNotice> notices = [new(wrong.Holder, NoticeKind.WrongPerson, wrong.Code, right.Code, default, default, Now)];
        foreach (CodeHolderId other in correction.Exchanged.Where(other => other != wrong.Holder).Distinct())
        {
            IssuedCode? theirs = await _codes.FindAsync(other, wrong.Link, cancellationToken).ConfigureAwait(false);
            if (theirs is not null)
            {
                notices.Add(new CoreNotice(other, NoticeKind.CheckExchanged, theirs.Code, default, default, wrong.Holder, Now));
            }
        }

        await _notices.AddAsync(notices, cancellationToken).ConfigureAwait(false);
        return (CorrectionOutcome.Corrected, right.Code);
    }

    /// <summary>Mends two links of one person: one ends, its resident record codes go to the other, and each holder's code is replaced.</summary>
    /// <param name="keep">The link that stays.</param>
    /// <param name="drop">The link that ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">A link is empty, or both are the same.</exception>
    public async ValueTask<CorrectionOutcome> MergeAsync(LinkCode keep, LinkCode drop, CancellationToken cancellationToken = default)
    {
        if (keep.IsEmpty)
        {
            throw new ArgumentException("The link that stays is empty.", nameof(keep));
        }

        CorrectionOutcome outcome = await BuryAsync(drop, keep, cancellationToken).ConfigureAwait(false)
            ? await EndAllAsync(drop, keep, cancellationToken).ConfigureAwait(false)
            : CorrectionOutcome.Unknown;
        if (outcome == CorrectionOutcome.Corrected && _finder is { } finder)
        {
            await finder.CopyAsync(drop, keep, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>Mends a link that stood for two people: it ends, every code under it is withdrawn, and each holder acquires again.</summary>
    /// <param name="link">The link.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">The link is empty.</exception>
    public async ValueTask<CorrectionOutcome> SplitAsync(LinkCode link, CancellationToken cancellationToken = default) =>
        await BuryAsync(link, default, cancellationToken).ConfigureAwait(false)
            ? await EndAllAsync(link, default, cancellationToken).ConfigureAwait(false)
            : CorrectionOutcome.Unknown;

    /// <summary>Buries, or finds that the same was done before.</summary>
    private async ValueTask<bool> BuryAsync(LinkCode link, LinkCode successor, CancellationToken cancellationToken)
    {
        bool isNew = await _links.BuryAsync(link, successor, cancellationToken).ConfigureAwait(false);
        LinkTombstone? tombstone = isNew ? null : await _links.FindTombstoneAsync(link, cancellationToken).ConfigureAwait(false);
        return isNew || (tombstone is not null && tombstone.Successor == successor);
    }

    private async ValueTask<CorrectionOutcome> EndAllAsync(LinkCode link, LinkCode successor, CancellationToken cancellationToken)
    {
        foreach (IssuedCode code in await _codes.OfPersonAsync(link, cancellationToken).ConfigureAwait(false))
        {
            bool isDone = code.State != IssuedState.Active && code.Reason is not (IssuedReason.LinkMerged or IssuedReason.LinkSplit);
            CorrectionOutcome outcome = isDone ? CorrectionOutcome.Corrected : await EndOneAsync(code, successor, cancellationToken).ConfigureAwait(false);
            if (outcome != CorrectionOutcome.Corrected)
            {
                return outcome;
            }
        }

        return CorrectionOutcome.Corrected;
    }

    private async ValueTask<CorrectionOutcome> EndOneAsync(IssuedCode code, LinkCode successor, CancellationToken cancellationToken)
    {
        AgencyCode other = default;
        if (!successor.IsEmpty && _directory().TryFindHolder(code.Holder, out CodeHolder? holder))
        {
            other = (await _book.IssueAsync(holder, successor, cancellationToken).ConfigureAwait(false)).Code;
        }

        IssuedReason reason = successor.IsEmpty ? IssuedReason.LinkSplit : IssuedReason.LinkMerged;
        CorrectionOutcome outcome = await EndAsync(code, other, reason, cancellationToken).ConfigureAwait(false);
        if (outcome == CorrectionOutcome.Corrected)
        {
            NoticeKind kind = other.IsEmpty ? NoticeKind.Withdrawn : NoticeKind.Replaced;
            await _notices.AddAsync([new CoreNotice(code.Holder, kind, code.Code, other, default, default, Now)], cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>Ends a code, or finds that it ended the same way before.</summary>
    private async ValueTask<CorrectionOutcome> EndAsync(IssuedCode code, AgencyCode other, IssuedReason reason, CancellationToken cancellationToken)
    {
        IssuedChange change = other.IsEmpty ? IssuedChange.Revoke(code, reason, Now) : IssuedChange.SupersedeBy(code, other, reason, Now);
        IssuedResult result = await _codes.ChangeAsync([change], cancellationToken).ConfigureAwait(false);
        if (result.Conflict == IssuedConflict.None)
        {
            return CorrectionOutcome.Corrected;
        }

        IssuedCode? now = await _codes.FindAsync(code.Holder, code.Code, cancellationToken).ConfigureAwait(false);
        return now is { State: IssuedState.Active } ? CorrectionOutcome.Busy
            : now is not null && now.Reason == reason && now.Replacement == other ? CorrectionOutcome.Corrected
            : CorrectionOutcome.Unknown;
    }
}
