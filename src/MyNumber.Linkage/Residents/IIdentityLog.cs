namespace MyNumber.Linkage.Residents;

/// <summary>Where every question for identity information is noted, answered or refused.</summary>
/// <remarks>Thread safe.</remarks>
public interface IIdentityLog
{
    /// <summary>Notes questions of one request, all in one step.</summary>
    /// <param name="entries">The notes.</param>
    /// <param name="cancellationToken">Gives up; then nothing is noted, and nothing is provided.</param>
    /// <returns>When they are kept.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    ValueTask AppendAsync(IReadOnlyList<IdentityEntry> entries, CancellationToken cancellationToken = default);
}
