namespace MyNumber.Jpki.Services;

/// <summary>Keeps login challenges until they are taken once. With several servers, all of them share one store.</summary>
/// <remarks>Implementations are thread safe, and taking is atomic: of any number of concurrent calls with one id, one at most gets the challenge.</remarks>
public interface IChallengeStore
{
    /// <summary>Keeps a new challenge.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="false"/> when the store is full or has the id already.</returns>
    ValueTask<bool> TryAddAsync(HolderChallenge challenge, CancellationToken cancellationToken = default);

    /// <summary>Takes a challenge out, expired or not.</summary>
    /// <param name="id">Its id, from outside; any text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The challenge, or <see langword="null"/> when it was never there, was taken before or was dropped as too old.</returns>
    ValueTask<HolderChallenge?> TryTakeAsync(string id, CancellationToken cancellationToken = default);
}
