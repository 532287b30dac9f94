namespace MyNumber.Linkage.Residents;

/// <summary>Notes in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryIdentityLog : IIdentityLog
{
    private readonly List<IdentityEntry> _entries = [];
    private readonly Lock _gate = new();

    /// <summary>All notes so far, in their order.</summary>
    public IReadOnlyList<IdentityEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(IReadOnlyList<IdentityEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _entries.AddRange(entries);
        }

        return ValueTask.CompletedTask;
    }
}
