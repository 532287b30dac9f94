namespace MyNumber.Jpki.Services;

/// <summary>Keeps challenges in this process, up to a number and up to a size. When full it drops the expired ones, and otherwise takes no more.</summary>
/// <remarks>Thread safe. An expired challenge is dropped within ten minutes, whether or not anybody asks for another, since it may hold the text of an application; until then it is told as expired. Of logins the number is what fills; long texts of applications fill the size first, the longest ones after some eight hundred.</remarks>
public sealed class InMemoryChallengeStore : IChallengeStore, IDisposable
{
    /// <summary>How many challenges are kept unless told otherwise.</summary>
    public const int DefaultCapacity = 10_000;

    /// <summary>How many bytes the kept challenges may take unless told otherwise: 64 MiB.</summary>
    public const long DefaultMaximumBytes = 64L << 20;

    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(5); // somebody who comes late shall hear that it was too late

    private const int Overhead = 512; // objects, headers of strings, the row of the dictionary

    private readonly Lock _gate = new();
    private readonly Dictionary<string, HolderChallenge> _challenges = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly int _capacity;
    private readonly long _maximumBytes;
    private readonly ITimer _sweep;
    private bool _isSweepDue;
    private long _bytes;
    private DateTimeOffset _nextExpiry = DateTimeOffset.MaxValue;

    /// <summary>An empty store.</summary>
    /// <param name="clock">The clock that tells what has expired.</param>
    /// <param name="capacity">The most challenges kept at once; at least 1.</param>
    /// <param name="maximumBytes">The most bytes that they take at once, at least 1. A challenge counts its texts, two bytes a character, what is signed, and 512 bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">No room for any.</exception>
    public InMemoryChallengeStore(TimeProvider clock, int capacity = DefaultCapacity, long maximumBytes = DefaultMaximumBytes)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumBytes, 1);
        _clock = clock;
        _capacity = capacity;
        _maximumBytes = maximumBytes;
        _sweep = clock.CreateTimer(static store => ((InMemoryChallengeStore)store!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(HolderChallenge challenge, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        long bytes = SizeOf(challenge);
        lock (_gate)
        {
            if (!HasRoom(bytes))
            {
                DropExpired(_clock.GetUtcNow());
            }

            bool added = HasRoom(bytes) && _challenges.TryAdd(challenge.Id, challenge);
            if (added)
            {
                _bytes += bytes;
                _nextExpiry = challenge.ExpiresAt < _nextExpiry ? challenge.ExpiresAt : _nextExpiry;
                PlanSweep();
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
            return ValueTask.FromResult(Remove(id));
        }
    }

    /// <summary>Ends the sweeping; what is kept stays until it is taken.</summary>
    public void Dispose() => _sweep.Dispose();

    private static long SizeOf(HolderChallenge challenge) => Overhead + challenge.Message.Length
        + (sizeof(char) * (long)(challenge.Id.Length + challenge.Origin.Length + challenge.Audience.Length + challenge.Session.Length + (challenge.Text?.Length ?? 0)));

    private bool HasRoom(long bytes) => _challenges.Count < _capacity && _bytes + bytes <= _maximumBytes;

    private HolderChallenge? Remove(string id)
    {
        if (_challenges.Remove(id, out HolderChallenge? challenge))
        {
            _bytes -= SizeOf(challenge);
        }

        return challenge;
    }

    private void Sweep()
    {
        lock (_gate)
        {
            _isSweepDue = false;
            DropExpired(_clock.GetUtcNow() - Afterwards);
            if (_challenges.Count != 0)
            {
                PlanSweep();
            }
        }
    }

    private void PlanSweep() => _isSweepDue |= !_isSweepDue && _sweep.Change(Afterwards, Timeout.InfiniteTimeSpan);

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
                Remove(id);
            }
            else if (challenge.ExpiresAt < _nextExpiry)
            {
                _nextExpiry = challenge.ExpiresAt;
            }
        }
    }
}
