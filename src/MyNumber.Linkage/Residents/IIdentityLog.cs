namespace MyNumber.Linkage.Residents;

/// <summary>Where every question for identity information is noted, answered or refused.</summary>
/// <remarks>Thread safe.</remarks>
public interface IIdentityLog
{
    /// <summary>Notes questions of one request, all in one step.</summary>
    /// <param name="entries">The notes.</param>
    /// <param name="cancellationToken">Gives up; then nothing is noted, and nothing is provided.</param>
    /// <returns>When they are kept.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or one of them is null.</exception>
    ValueTask AppendAsync(IReadOnlyList<IdentityEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Reads notes, of everybody or of the person who is told (提供状況の開示).</summary>
    /// <param name="person">The network's handle of the person; <see langword="null"/> for all notes.</param>
    /// <param name="after">Where the last page ended; <see langword="null"/> for the first.</param>
    /// <param name="most">How many at most, above zero.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By ascending place. Notes of a request that was noted at once with the last one read may come before it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    ValueTask<IReadOnlyList<NotedIdentity>> ReadAsync(Guid? person, IdentityPlace? after, int most, CancellationToken cancellationToken = default);
}
