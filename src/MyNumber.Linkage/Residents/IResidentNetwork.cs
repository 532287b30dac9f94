using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Residents;

/// <summary>The residents' network (住基ネット) as far as a provision of identity information needs it.</summary>
/// <remarks>Who looks up has decided that it may. Thread safe.</remarks>
public interface IResidentNetwork
{
    /// <summary>Finds who bears a number now.</summary>
    /// <param name="number">The number in force; a former one finds nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The resident, or <see langword="null"/>.</returns>
    ValueTask<Resident?> FindAsync(IndividualNumber number, CancellationToken cancellationToken = default);

    /// <summary>Finds who may have four attributes.</summary>
    /// <param name="attributes">All four.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>At least everybody whose record in force has them, as written or folded; each person once. The desk compares again.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="attributes"/> is null.</exception>
    ValueTask<IReadOnlyList<Resident>> FindAsync(FourAttributes attributes, CancellationToken cancellationToken = default);
}
