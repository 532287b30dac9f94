namespace MyNumber.Jpki.Services;

/// <summary>Keeps challenges in this process, up to a number. When full it drops the expired ones, and otherwise takes no more.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryChallengeStore : IChallengeStore
{
    /// <summary>How many challenges are kept unless told otherwise: some 30 MB at worst.</summary>
    public const int DefaultCapacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, HolderChallenge> _challenges = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly int _capacity;
    private DateTimeOffset _nextExpiry = DateTimeOffset.MaxValue;

    /// <summary>An empty store.</summary>
    /// <param name="clock">The clock that tells what has expired.</param>
    /// <param name="capacity">The most challenges kept at once; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No room for any.</exception>
    public InMemoryChallengeStore(TimeProvider clock, int capacity = DefaultCapacity)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _clock = clock;
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(HolderChallenge challenge, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        lock (_gate)
        {
            if (_challenges.Count >= _capacity)
            {
                DropExpired(_clock.GetUtcNow());
            }

            bool added = _challenges.Count < _capacity && _challenges.TryAdd(challenge.Id, challenge);
            if (added && challenge.ExpiresAt < _nextExpiry)
            {
                _nextExpiry = challenge.ExpiresAt;
            }

            return ValueTask.FromResult(added);
        }
    }

    /// <inheritdoc/>
    public ValueTask<HolderChallenge?> TryTakeAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_gate)
        {
            _challenges.Remove(id, out HolderChallenge? challenge);
            return ValueTask.FromResult(challenge);
        }
    }

    // A full store is walked again only once something in it can have expired, so that a flood costs no walk each.
    private void DropExpired(DateTimeOffset now)
    {
        if (now < _nextExpiry)
        {
            return;
        }

        _nextExpiry = DateTimeOffset.MaxValue;
        foreach ((string id, HolderChallenge challenge) in _challenges)
        {
            if (challenge.ExpiresAt <= now)
            {
                _challenges.Remove(id);
            }
            else if (challenge.ExpiresAt < _nextExpiry)
            {
                _nextExpiry = challenge.ExpiresAt;
            }
        }
    }
}
