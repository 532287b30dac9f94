using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Notices;

/// <summary>Notices that are owed to holders, and what waits to become one.</summary>
/// <remarks>Thread safe, and safe for several processes where it is kept outside of one. A call is one transaction. A notice that is owed is not written twice, so work that broke off is repeated.</remarks>
public interface ICoreNotices
{
    /// <summary>Writes notices.</summary>
    /// <param name="notices">The notices.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>How many were not owed already.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notices"/> or one of them is null.</exception>
    ValueTask<int> AddAsync(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken = default);

    /// <summary>The notices that a holder has not taken.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In the order in which they were written.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    ValueTask<IReadOnlyList<CoreNotice>> FindOwedAsync(CodeHolderId holder, int most, CancellationToken cancellationToken = default);

    /// <summary>Notes that a holder took notices.</summary>
    /// <param name="notices">The notices.</param>
    /// <param name="cancellationToken">Gives up; then nothing is noted.</param>
    /// <returns>How many were owed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notices"/> or one of them is null.</exception>
    ValueTask<int> MarkTakenAsync(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken = default);

    /// <summary>Lets an inquirer wait.</summary>
    /// <param name="wait">Who waits for what.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns><see langword="false"/> when the inquirer waits for it already.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="wait"/> is null.</exception>
    ValueTask<bool> WaitAsync(CodeWait wait, CancellationToken cancellationToken = default);

    /// <summary>Turns every wait for a provider's code of a person into a notice, by inquirer and its code.</summary>
    /// <param name="provider">Who has a code now.</param>
    /// <param name="link">Whose code it is.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>How many waited.</returns>
    ValueTask<int> ReleaseAsync(CodeHolderId provider, LinkCode link, DateTimeOffset at, CancellationToken cancellationToken = default);
}
