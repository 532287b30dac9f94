using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Tests.Challenges;

/// <summary>A store whose server goes away when it is told so.</summary>
internal sealed class FailingStore(IChallengeStore inner) : IChallengeStore
{
    public bool FailsToAdd { get; set; }

    public bool FailsToTake { get; set; }

    public ValueTask<bool> TryAddAsync(HolderChallenge challenge, CancellationToken cancellationToken = default) =>
        FailsToAdd ? throw new IOException("the server is gone at SET " + challenge.Id) : inner.TryAddAsync(challenge, cancellationToken);

    public async ValueTask<HolderChallenge?> TryTakeAsync(string id, CancellationToken cancellationToken = default)
    {
        HolderChallenge? taken = await inner.TryTakeAsync(id, cancellationToken);
        return FailsToTake ? throw new OperationCanceledException("timeout at GET " + id) : taken;
    }
}
