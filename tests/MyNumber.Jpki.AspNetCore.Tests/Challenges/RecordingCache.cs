using Microsoft.Extensions.Caching.Distributed;

namespace MyNumber.Jpki.AspNetCore.Tests.Challenges;

/// <summary>A cache that leaves the thread at every call, as one over a network does, notes how long entries are kept, and can fail.</summary>
internal sealed class RecordingCache(IDistributedCache inner) : IDistributedCache
{
    public bool Fails { get; set; }

    public TimeSpan? Kept { get; private set; }

    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        await GoAsync();
        return await inner.GetAsync(key, token);
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await GoAsync();
        Kept = options.AbsoluteExpirationRelativeToNow;
        await inner.SetAsync(key, value, options, token);
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        await GoAsync();
        await inner.RemoveAsync(key, token);
    }

    private async Task GoAsync()
    {
        await Task.Yield();
        if (Fails)
        {
            throw new IOException("The cache is away.");
        }
    }
}
