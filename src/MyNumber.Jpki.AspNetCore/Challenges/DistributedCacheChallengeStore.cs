using Microsoft.Extensions.Caching.Distributed;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Challenges;

/// <summary>Keeps challenges in the application's <see cref="IDistributedCache"/>, for several servers of one service.</summary>
/// <remarks>
/// <para>Within one process exactly one of any number of takers gets a challenge. Across servers the cache's interface has no atomic get-and-remove: two servers that take the same one within the same
/// few milliseconds can both get it. Where that matters, keep a session on one server or use a store over SQL.</para>
/// <para>What comes back from the cache is read strictly and believed no further than the cache itself: whoever writes into it can issue challenges. Texts to be signed are in it and may be personal.</para>
/// <para>Thread safe. Failures of the cache come through as they are. A cache that drops entries in silence when it is full (such as the one in memory, by its SizeLimit) makes an answer "not found"
/// where a full store would say that the service is busy; that is why AddMyNumberJpki takes no MemoryDistributedCache.</para>
/// </remarks>
public sealed class DistributedCacheChallengeStore : IChallengeStore
{
    private const string Prefix = "mynumber:jpki:challenge:1:";
    private const int IdLength = 43;
    private const int Stripes = 256; // a power of two

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1); // so that a late answer is told to be late and not unknown

    private readonly IDistributedCache _cache;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>A store over a cache.</summary>
    /// <param name="cache">The cache; all servers of the service share it.</param>
    /// <param name="clock">The clock that tells how long an entry is kept.</param>
    public DistributedCacheChallengeStore(IDistributedCache cache, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(clock);
        _cache = cache;
        _clock = clock;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryAddAsync(HolderChallenge challenge, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        string key = Prefix + challenge.Id;
        SemaphoreSlim stripe = await EnterAsync(challenge.Id, cancellationToken).ConfigureAwait(false);
        try
        {
            if (await _cache.GetAsync(key, cancellationToken).ConfigureAwait(false) is not null)
            {
                return false;
            }

            TimeSpan left = challenge.ExpiresAt - _clock.GetUtcNow();
            DistributedCacheEntryOptions entry = new() { AbsoluteExpirationRelativeToNow = (left > TimeSpan.Zero ? left : TimeSpan.Zero) + Grace };
            await _cache.SetAsync(key, ChallengeCoding.Write(challenge), entry, cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            stripe.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<HolderChallenge?> TryTakeAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length != IdLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return null;
        }

        byte[]? bytes;
        SemaphoreSlim stripe = await EnterAsync(id, cancellationToken).ConfigureAwait(false);
        try
        {
            bytes = await _cache.GetAsync(Prefix + id, cancellationToken).ConfigureAwait(false);
            if (bytes is not null)
            {
                await _cache.RemoveAsync(Prefix + id, CancellationToken.None).ConfigureAwait(false); // once read it must be gone
            }
        }
        finally
        {
            stripe.Release();
        }

        return bytes is not null && ChallengeCoding.Read(bytes) is { } challenge && challenge.Id == id ? challenge : null;
    }

    private async Task<SemaphoreSlim> EnterAsync(string id, CancellationToken cancellationToken)
    {
        SemaphoreSlim stripe = _stripes[string.GetHashCode(id, StringComparison.Ordinal) & (Stripes - 1)];
        await stripe.WaitAsync(cancellationToken).ConfigureAwait(false);
        return stripe;
    }
}
