using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>The core's desk for acquisitions of codes (番号法 21条の2, 施行令 27条): allots numbers, takes resident record codes from J-LIS, generates, delivers, erases.</summary>
/// <remarks>Thread safe. Every step may be repeated by its number and then changes nothing, so a step that broke off is asked for again.</remarks>
public sealed class AcquisitionDesk
{
    private readonly IAcquisitions _acquisitions;
    private readonly LinkBook _links;
    private readonly CodeBook _codes;
    private readonly ICoreNotices _notices;
    private readonly Func<AgencyDirectory> _directory;
    private readonly RandomNumberGenerator _random;
    private readonly TimeProvider _time;

    /// <summary>Opens the desk.</summary>
    /// <param name="acquisitions">The acquisitions.</param>
    /// <param name="links">The book of people.</param>
    /// <param name="codes">The book of codes.</param>
    /// <param name="notices">What holders are told.</param>
    /// <param name="directory">Gives the present directory.</param>
    /// <param name="random">Random bytes for numbers; thread safe; not disposed of.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public AcquisitionDesk(
        IAcquisitions acquisitions, LinkBook links, CodeBook codes, ICoreNotices notices, Func<AgencyDirectory> directory, RandomNumberGenerator random, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(acquisitions);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(time);
        (_acquisitions, _links, _codes, _notices, _directory, _random, _time) = (acquisitions, links, codes, notices, directory, random, time);
    }

    private DateTimeOffset Now => ValidPeriod.ToMilliseconds(_time.GetUtcNow());

    /// <summary>Allots a number to an agency.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="route">By which way it asks: <see cref="AcquisitionRoute.FamilyRegister"/> for the family registers' minister, else J-LIS.</param>
    /// <param name="level">How it made sure whose number it holds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The number, or why there is none.</returns>
    public async ValueTask<AcquisitionOpening> OpenAsync(
        AgencyId agency, AcquisitionRoute route, VerificationLevel level, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = Now;
        AcquisitionOutcome refusal = !_directory().TryFind(agency, now, out Agency? body) || HolderOf(agency, now) is not { } holder ? AcquisitionOutcome.NoHolder
            : (body.Kind == AgencyKind.FamilyRegister) != (route == AcquisitionRoute.FamilyRegister) ? AcquisitionOutcome.WrongRoute
            : level < VerificationLevel.FourAttributes ? AcquisitionOutcome.LevelTooLow
            : AcquisitionOutcome.None;
        if (refusal != AcquisitionOutcome.None)
        {
            return new AcquisitionOpening(refusal, default);
        }

        while (true)
        {
            AcquisitionNumber number = AcquisitionNumber.Draw(_random);
            Acquisition draft = new()
            {
                Key = AcquisitionKey.Of(number), Version = 0, State = AcquisitionState.Draft, OpenedAt = now, ChangedAt = now,
                Agency = agency, Holder = HolderOf(agency, now)!.Id, Route = route, Level = level,
            };
            if (await _acquisitions.AddAsync(draft, cancellationToken).ConfigureAwait(false))
            {
                return new AcquisitionOpening(AcquisitionOutcome.Done, number);
            }
        }
    }

    /// <summary>Notes that J-LIS, or the municipality of the registered domicile, has the number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="route">By which way it came; a number of the other route is not known here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public async ValueTask<AcquisitionAnswer> MarkSentAsync(AcquisitionNumber number, AcquisitionRoute route, CancellationToken cancellationToken = default)
    {
        AcquisitionKey key = AcquisitionKey.Of(number);
        while (true)
        {
            Acquisition? row = await _acquisitions.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (row is null || (row.State != AcquisitionState.Erased && row.Route != route))
            {
                return new AcquisitionAnswer(AcquisitionOutcome.UnknownNumber);
            }

            if (row.State != AcquisitionState.Draft)
            {
                return new AcquisitionAnswer(row.State is AcquisitionState.Sent or AcquisitionState.NonResident ? AcquisitionOutcome.Repeated : AcquisitionOutcome.WrongState, row);
            }

            if (await MoveAsync(row.To(AcquisitionState.Sent, Now), cancellationToken).ConfigureAwait(false) is { } sent)
            {
                return new AcquisitionAnswer(AcquisitionOutcome.Done, sent);
            }
        }
    }

    /// <summary>Takes what J-LIS found: a resident record code, which becomes a code and is not kept, or why there is none.</summary>
    /// <param name="number">The number.</param>
    /// <param name="answer">What J-LIS found.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How far the acquisition is; no code goes to J-LIS.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is null.</exception>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public async ValueTask<AcquisitionAnswer> ForwardAsync(AcquisitionNumber number, ResidentAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        AcquisitionKey key = AcquisitionKey.Of(number);
        while (true)
        {
            Acquisition? row = await _acquisitions.FindAsync(key, cancellationToken).ConfigureAwait(false);
            AcquisitionAnswer? settled = row switch
            {
                null => new AcquisitionAnswer(AcquisitionOutcome.UnknownNumber),
                { State: AcquisitionState.Sent or AcquisitionState.NonResident } => await TakeAsync(row, answer, cancellationToken).ConfigureAwait(false),
                { State: AcquisitionState.ResidentCodeForwarded } => await GenerateAsync(row, cancellationToken).ConfigureAwait(false),
                { State: AcquisitionState.Generated or AcquisitionState.Delivered } => await TellAsync(row, AcquisitionOutcome.Repeated, cancellationToken).ConfigureAwait(false),
                _ => new AcquisitionAnswer(AcquisitionOutcome.WrongState, row),
            };
            if (settled is { } done)
            {
                return done;
            }
        }
    }

    /// <summary>Delivers the code to the agency that asked, as often as it asks until it confirms.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The agency's own code, or how far the acquisition is.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public async ValueTask<AcquisitionAnswer> CollectAsync(AgencyId agency, AcquisitionNumber number, CancellationToken cancellationToken = default)
    {
        AcquisitionKey key = AcquisitionKey.Of(number);
        while (true)
        {
            Acquisition? row = await _acquisitions.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (row is null || row.Agency != agency || agency.IsEmpty)
            {
                return new AcquisitionAnswer(AcquisitionOutcome.UnknownNumber);
            }

            if (row.State != AcquisitionState.Generated)
            {
                bool isDelivered = row.State == AcquisitionState.Delivered;
                return new AcquisitionAnswer(isDelivered ? AcquisitionOutcome.Repeated : AcquisitionOutcome.WrongState, row, isDelivered);
            }

            if (await MoveAsync(row.To(AcquisitionState.Delivered, Now), cancellationToken).ConfigureAwait(false) is { } delivered)
            {
                return new AcquisitionAnswer(AcquisitionOutcome.Done, delivered, withCode: true);
            }
        }
    }

    /// <summary>Erases an acquisition that the agency has no more use for: after delivery, after a refusal, or instead of waiting.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="number">The number, which the agency erases too.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer. Once erased, nothing tells whose it was, and asking again is an unknown number.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public async ValueTask<AcquisitionAnswer> ConfirmAsync(AgencyId agency, AcquisitionNumber number, CancellationToken cancellationToken = default)
    {
        AcquisitionKey key = AcquisitionKey.Of(number);
        while (true)
        {
            Acquisition? row = await _acquisitions.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (row is null || row.Agency != agency || agency.IsEmpty)
            {
                return new AcquisitionAnswer(AcquisitionOutcome.UnknownNumber);
            }

            if (!AcquisitionSteps.Allows(row.State, AcquisitionState.Erased))
            {
                return new AcquisitionAnswer(AcquisitionOutcome.WrongState, row);
            }

            if (await MoveAsync(row.Erase(Now), cancellationToken).ConfigureAwait(false) is { } erased)
            {
                return new AcquisitionAnswer(AcquisitionOutcome.Done, erased);
            }
        }
    }

    private CodeHolder? HolderOf(AgencyId agency, DateTimeOffset at) =>
        _directory().TryFindHolderOf(agency, at, out CodeHolder? holder) && holder.Status == CodeHolderStatus.Active ? holder : null;

    private async ValueTask<Acquisition?> MoveAsync(Acquisition next, CancellationToken cancellationToken) =>
        await _acquisitions.MoveAsync(next, cancellationToken).ConfigureAwait(false) ? next : null;

    /// <summary>From a resident record code to the person, or to the state that says why there is none.</summary>
    private async ValueTask<AcquisitionAnswer?> TakeAsync(Acquisition row, ResidentAnswer answer, CancellationToken cancellationToken)
    {
        if (row.State == AcquisitionState.NonResident && answer.Outcome != ResidentOutcome.Found)
        {
            return new AcquisitionAnswer(answer.Outcome == ResidentOutcome.NonResident ? AcquisitionOutcome.Repeated : AcquisitionOutcome.WrongState, row);
        }

        LinkCode link = answer.Outcome == ResidentOutcome.Found ? await _links.GetOrAddAsync(answer.Code, cancellationToken).ConfigureAwait(false) : default;
        Acquisition? next = answer.Outcome switch
        {
            ResidentOutcome.Found => row.To(AcquisitionState.ResidentCodeForwarded, Now) with { Link = link },
            ResidentOutcome.NonResident => row.To(AcquisitionState.NonResident, Now) with { Waited = true },
            ResidentOutcome.Mismatch => row.To(AcquisitionState.Mismatch, Now) with { Fields = answer.Fields },
            ResidentOutcome.NotFound => row.To(AcquisitionState.NotFound, Now),
            _ => throw new ArgumentException("J-LIS told nothing.", nameof(answer)),
        };
        next = await MoveAsync(next, cancellationToken).ConfigureAwait(false);
        return next is null ? null
            : next.State == AcquisitionState.ResidentCodeForwarded ? await GenerateAsync(next, cancellationToken).ConfigureAwait(false)
            : new AcquisitionAnswer(AcquisitionOutcome.Done, next);
    }

    private async ValueTask<AcquisitionAnswer?> GenerateAsync(Acquisition row, CancellationToken cancellationToken)
    {
        IssuedCode? issued = HolderOf(row.Agency, Now) is { } holder && holder.Id == row.Holder
            ? await new LivingLinks(_links, _codes).IssueAsync(holder, row.Link, cancellationToken).ConfigureAwait(false)
            : null;
        Acquisition? next = await MoveAsync(
            issued is null ? row.To(AcquisitionState.Rejected, Now) with { Link = default } : row.To(AcquisitionState.Generated, Now) with { Link = issued.Link, Code = issued.Code },
            cancellationToken).ConfigureAwait(false);
        return next is null ? null
            : issued is null ? new AcquisitionAnswer(AcquisitionOutcome.Done, next)
            : await TellAsync(next, AcquisitionOutcome.Done, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells the agency that had to wait, and the inquirers that wait for this holder's code.</summary>
    private async ValueTask<AcquisitionAnswer?> TellAsync(Acquisition row, AcquisitionOutcome outcome, CancellationToken cancellationToken)
    {
        if (row is { Waited: true, State: AcquisitionState.Generated })
        {
            await _notices.AddAsync([new CoreNotice(row.Holder, NoticeKind.Acquirable, default, default, row.Key, default, Now)], cancellationToken).ConfigureAwait(false);
        }

        await _notices.ReleaseAsync(row.Holder, row.Link, Now, cancellationToken).ConfigureAwait(false);
        return new AcquisitionAnswer(outcome, row);
    }
}
