using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;

namespace MyNumber.Linkage.Core;

/// <summary>All that one agency gets of the core, in process or over a network: its own acquisitions and its own holder's notices.</summary>
/// <remarks>A door over a network throws <see cref="IOException"/> or <see cref="TimeoutException"/> when the network fails; then nothing is known and the step may be repeated.
/// A number whose opening was not heard of stays unused; a confirmation that was taken and not heard of gives <see cref="AcquisitionOutcome.UnknownNumber"/> the next time.</remarks>
public interface IAgencyDoor
{
    /// <summary>Gets an acquisition number.</summary>
    /// <param name="route">By which way the agency asks.</param>
    /// <param name="level">How it made sure whose number it holds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The number, or why there is none.</returns>
    ValueTask<AcquisitionOpening> OpenAsync(AcquisitionRoute route, VerificationLevel level, CancellationToken cancellationToken = default);

    /// <summary>Gets the code of an acquisition.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The agency's own code, or how far the acquisition is.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    ValueTask<AcquisitionAnswer> CollectAsync(AcquisitionNumber number, CancellationToken cancellationToken = default);

    /// <summary>Says that the code is kept and the number erased; the core erases the acquisition.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    ValueTask<AcquisitionAnswer> ConfirmAsync(AcquisitionNumber number, CancellationToken cancellationToken = default);

    /// <summary>The notices that are owed to the agency's holder.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The notices; none for an agency without a holder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    ValueTask<IReadOnlyList<CoreNotice>> NoticesAsync(int most, CancellationToken cancellationToken = default);

    /// <summary>Says that notices are taken; those of another holder are left alone.</summary>
    /// <param name="notices">The notices.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were owed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notices"/> is null.</exception>
    ValueTask<int> MarkTakenAsync(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken = default);
}
