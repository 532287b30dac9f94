namespace MyNumber.Linkage.Core.Residents;

/// <summary>The residents' network (住基ネット) as J-LIS asks it: from an individual number to a resident record code.</summary>
/// <remarks>Implementations are thread safe.</remarks>
public interface IResidentCodeLookup
{
    /// <summary>Looks people up.</summary>
    /// <param name="queries">The questions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>An answer for each, in their order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="queries"/> or one of them is null.</exception>
    ValueTask<IReadOnlyList<ResidentAnswer>> LookUpAsync(IReadOnlyList<ResidentQuery> queries, CancellationToken cancellationToken = default);
}
