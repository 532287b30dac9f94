using System.Runtime.CompilerServices;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>A register in memory, gone with the process. Every call is done at once.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryCertificateRegister : ICertificateRegister
{
    private readonly Lock _gate = new();
    private readonly List<RegisterEntry> _entries = [];

    /// <inheritdoc/>
    public ValueTask<bool> TryAppendAsync(RegisterEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            bool next = entry.Position == _entries.Count + 1;
            if (next)
            {
                _entries.Add(entry);
            }

            return ValueTask.FromResult(next);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RegisterEntry> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (Take(ref after) is { } entry)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    private RegisterEntry? Take(ref long after)
    {
        lock (_gate)
        {
            return after < _entries.Count ? _entries[checked((int)after++)] : null;
        }
    }
}
