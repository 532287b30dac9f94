using MyNumber.Linkage.Core.Numbers;

namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>The acquisitions under way, and the keys of those that are over.</summary>
/// <remarks>
/// <para>The key is unique. A change names the version that it was made from and is refused when that is not the last.</para>
/// <para>Thread safe, and safe for several processes where it is kept outside of one. A call is one transaction.</para>
/// </remarks>
public interface IAcquisitions
{
    /// <summary>Writes a new acquisition.</summary>
    /// <param name="acquisition">Of version 0.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns><see langword="false"/> when the key is taken.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="acquisition"/> is null.</exception>
    /// <exception cref="ArgumentException">The key is empty or the version is not 0.</exception>
    ValueTask<bool> AddAsync(Acquisition acquisition, CancellationToken cancellationToken = default);

    /// <summary>Finds an acquisition.</summary>
    /// <param name="key">The key of its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The acquisition, or <see langword="null"/>.</returns>
    ValueTask<Acquisition?> FindAsync(AcquisitionKey key, CancellationToken cancellationToken = default);

    /// <summary>Writes the next version of an acquisition in the place of the one before.</summary>
    /// <param name="acquisition">The next version.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns><see langword="false"/> when the one before is not the last, or the step is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="acquisition"/> is null.</exception>
    ValueTask<bool> MoveAsync(Acquisition acquisition, CancellationToken cancellationToken = default);

    /// <summary>Forgets the keys of acquisitions that are over.</summary>
    /// <param name="before">Those that were erased before this time, to the millisecond.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were forgotten.</returns>
    ValueTask<int> PurgeErasedAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
