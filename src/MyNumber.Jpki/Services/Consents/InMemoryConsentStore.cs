using System.Runtime.CompilerServices;

namespace MyNumber.Jpki.Services.Consents;

/// <summary>Consents in this process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryConsentStore : IConsentStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Consent> _consents = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(Consent consent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(consent);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_consents.TryAdd(consent.Id, consent));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(Consent old, Consent changed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(changed);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            bool same = old.Id == changed.Id && ReferenceEquals(_consents.GetValueOrDefault(old.Id), old);
            if (same)
            {
                _consents[old.Id] = changed;
            }

            return ValueTask.FromResult(same);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Consent?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_consents.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_consents.Remove(id));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Consent> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string[] ids;
        lock (_gate)
        {
            ids = [.. _consents.Keys.Order(StringComparer.Ordinal)];
        }

        foreach (string id in ids)
        {
            if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } consent)
            {
                yield return consent;
            }
        }
    }
}
