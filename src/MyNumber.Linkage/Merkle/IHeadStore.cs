namespace MyNumber.Linkage.Merkle;

/// <summary>Signed heads: a party's own, and those of others that it witnesses.</summary>
/// <remarks>(origin, number) is unique; nothing is changed or deleted. Thread safe, and safe for several processes where it is kept outside of one.</remarks>
public interface IHeadStore
{
    /// <summary>Keeps a head.</summary>
    /// <param name="head">The head; not judged here.</param>
    /// <param name="cancellationToken">Gives up; then nothing is kept.</param>
    /// <returns>False when another head of this origin and number is there. A head that states the same is no other.</returns>
    ValueTask<bool> AddAsync(LogHead head, CancellationToken cancellationToken = default);

    /// <summary>The head of the highest number.</summary>
    /// <param name="origin">Whose log it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The head, or <see langword="null"/>.</returns>
    ValueTask<LogHead?> LatestAsync(string origin, CancellationToken cancellationToken = default);

    /// <summary>Heads in the order of their numbers.</summary>
    /// <param name="origin">Whose log it is.</param>
    /// <param name="from">The first number that is wanted.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The heads.</returns>
    ValueTask<IReadOnlyList<LogHead>> ReadAsync(string origin, long from, int max, CancellationToken cancellationToken = default);
}
