using System.Collections.Concurrent;
using MyNumber.Jpki.Services;

namespace BankPortalTests;

/// <summary>A store of challenges that counts what was ever put into it.</summary>
internal sealed class CountedChallenges : IChallengeStore
{
    private readonly ConcurrentDictionary<string, HolderChallenge> _challenges = new(StringComparer.Ordinal);
    private int _kept;

    public int Kept => _kept;

    public ValueTask<bool> TryAddAsync(HolderChallenge challenge, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _kept);
        return ValueTask.FromResult(_challenges.TryAdd(challenge.Id, challenge));
    }

    public ValueTask<HolderChallenge?> TryTakeAsync(string id, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_challenges.TryRemove(id, out HolderChallenge? challenge) ? challenge : null);
}
