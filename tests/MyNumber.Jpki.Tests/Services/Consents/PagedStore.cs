using System.Runtime.CompilerServices;
using MyNumber.Jpki.Services.Consents;

namespace MyNumber.Jpki.Tests.Services.Consents;

/// <summary>A store that reads all consents at once and hands them out after something happened.</summary>
internal sealed class PagedStore(IConsentStore inner, Func<Consent, ValueTask> meanwhile) : IConsentStore
{
    public ValueTask<bool> TryAddAsync(Consent consent, CancellationToken cancellationToken = default) => inner.TryAddAsync(consent, cancellationToken);

    public ValueTask<bool> TryReplaceAsync(Consent old, Consent changed, CancellationToken cancellationToken = default) => inner.TryReplaceAsync(old, changed, cancellationToken);

    public ValueTask<Consent?> FindAsync(string id, CancellationToken cancellationToken = default) => inner.FindAsync(id, cancellationToken);

    public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) => inner.RemoveAsync(id, cancellationToken);

    public async IAsyncEnumerable<Consent> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<Consent> page = [];
        await foreach (Consent consent in inner.ReadAllAsync(cancellationToken))
        {
            page.Add(consent);
        }

        foreach (Consent consent in page)
        {
            await meanwhile(consent);
            yield return consent;
        }
    }
}
