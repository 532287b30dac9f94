using MyNumber.Jpki.Services.Consents;

namespace MyNumber.Jpki.Tests.Services.Consents;

/// <summary>A store in which another hand is always faster.</summary>
internal sealed class LosingStore(IConsentStore inner) : IConsentStore
{
    public ValueTask<bool> TryAddAsync(Consent consent, CancellationToken cancellationToken = default) => inner.TryAddAsync(consent, cancellationToken);

    public ValueTask<bool> TryReplaceAsync(Consent old, Consent changed, CancellationToken cancellationToken = default) => ValueTask.FromResult(false);

    public ValueTask<Consent?> FindAsync(string id, CancellationToken cancellationToken = default) => inner.FindAsync(id, cancellationToken);

    public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) => inner.RemoveAsync(id, cancellationToken);

    public IAsyncEnumerable<Consent> ReadAllAsync(CancellationToken cancellationToken = default) => inner.ReadAllAsync(cancellationToken);
}
