using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Challenges;

/// <summary>Tells a failure of the store from every other: cache and database each throw their own.</summary>
internal sealed class GuardedStore(IChallengeStore store) : IChallengeStore
{
    /// <exception cref="StoreFailedException">The store failed.</exception>
    public ValueTask<bool> TryAddAsync(HolderChallenge challenge, CancellationToken cancellationToken = default) =>
        GuardAsync(() => store.TryAddAsync(challenge, cancellationToken), cancellationToken);

    /// <exception cref="StoreFailedException">The store failed.</exception>
    public ValueTask<HolderChallenge?> TryTakeAsync(string id, CancellationToken cancellationToken = default) =>
        GuardAsync(() => store.TryTakeAsync(id, cancellationToken), cancellationToken);

    private static async ValueTask<T> GuardAsync<T>(Func<ValueTask<T>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new StoreFailedException(failure);
        }
    }
}
