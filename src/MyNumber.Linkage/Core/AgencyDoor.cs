using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core;

/// <summary>All that one agency gets of the core: its own acquisitions and its own holder's notices. Nothing here takes or gives another holder's code, or ties two codes.</summary>
/// <remarks>Thread safe. Whoever makes it has authenticated the agency.</remarks>
public sealed class AgencyDoor : IAgencyDoor
{
    private readonly AgencyId _agency;
    private readonly AcquisitionDesk _desk;
    private readonly ICoreNotices _notices;
    private readonly Func<AgencyDirectory> _directory;
    private readonly TimeProvider _time;

    /// <summary>Opens the door for one agency.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="desk">The core's desk.</param>
    /// <param name="notices">What holders are told.</param>
    /// <param name="directory">Gives the present directory.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The agency is empty.</exception>
    public AgencyDoor(AgencyId agency, AcquisitionDesk desk, ICoreNotices notices, Func<AgencyDirectory> directory, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(time);
        _agency = agency.IsEmpty ? throw new ArgumentException("The agency is empty.", nameof(agency)) : agency;
        (_desk, _notices, _directory, _time) = (desk, notices, directory, time);
    }

    /// <summary>Gets an acquisition number.</summary>
    /// <param name="route">By which way the agency asks.</param>
    /// <param name="level">How it made sure whose number it holds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The number, or why there is none.</returns>
    public ValueTask<AcquisitionOpening> OpenAsync(AcquisitionRoute route, VerificationLevel level, CancellationToken cancellationToken = default) =>
        _desk.OpenAsync(_agency, route, level, cancellationToken);

    /// <summary>Gets the code of an acquisition.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The agency's own code, or how far the acquisition is.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public ValueTask<AcquisitionAnswer> CollectAsync(AcquisitionNumber number, CancellationToken cancellationToken = default) =>
        _desk.CollectAsync(_agency, number, cancellationToken);

    /// <summary>Says that the code is kept and the number erased; the core erases the acquisition.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public ValueTask<AcquisitionAnswer> ConfirmAsync(AcquisitionNumber number, CancellationToken cancellationToken = default) =>
        _desk.ConfirmAsync(_agency, number, cancellationToken);

    /// <summary>The notices that are owed to the agency's holder.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The notices; none for an agency without a holder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    public async ValueTask<IReadOnlyList<CoreNotice>> NoticesAsync(int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return HolderId() is { IsEmpty: false } holder ? await _notices.FindOwedAsync(holder, most, cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>Says that notices are taken; those of another holder are left alone.</summary>
    /// <param name="notices">The notices.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were owed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notices"/> is null.</exception>
    public ValueTask<int> MarkTakenAsync(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notices);
        CodeHolderId holder = HolderId();
        return _notices.MarkTakenAsync([.. notices.Where(notice => notice.Holder == holder)], cancellationToken);
    }

    private CodeHolderId HolderId() => _directory().TryFindHolderOf(_agency, _time.GetUtcNow(), out CodeHolder? holder) ? holder.Id : default;
}
