using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>What a party shows of its log to the others and to auditors (相互掲示): signed heads and proofs between them, in process or over a network.</summary>
/// <remarks>What is shown is judged by a <see cref="HeadChain"/> or an <see cref="Auditor"/>. A line over a network throws <see cref="IOException"/> or <see cref="TimeoutException"/> when the network fails.</remarks>
public interface IHeadLine
{
    /// <summary>Most heads of one answer.</summary>
    const int MostHeads = 1_024;

    /// <summary>The head of the highest number.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The head; <see langword="null"/> when none was signed yet.</returns>
    ValueTask<LogHead?> LatestAsync(CancellationToken cancellationToken = default);

    /// <summary>Heads in the order of their numbers.</summary>
    /// <param name="from">The first number that is wanted.</param>
    /// <param name="most">How many at most, 1 to <see cref="MostHeads"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The heads.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is negative or <paramref name="most"/> out of its bounds.</exception>
    ValueTask<IReadOnlyList<LogHead>> ReadAsync(long from, int most, CancellationToken cancellationToken = default);

    /// <summary>Proves that the log only grew between two sizes.</summary>
    /// <param name="first">The earlier size.</param>
    /// <param name="second">The later size.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The proof; <see langword="null"/> when the log never had such sizes or they are in the wrong order.</returns>
    ValueTask<ConsistencyProof?> ProveAsync(long first, long second, CancellationToken cancellationToken = default);
}
