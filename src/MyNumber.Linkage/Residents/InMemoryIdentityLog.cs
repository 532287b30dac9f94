namespace MyNumber.Linkage.Residents;

/// <summary>Notes in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryIdentityLog : IIdentityLog
{
    private readonly List<NotedIdentity> _notes = [];
    private readonly Lock _gate = new();

    /// <summary>All notes so far, in their order.</summary>
    public IReadOnlyList<IdentityEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _notes.Select(note => note.Entry)];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(IReadOnlyList<IdentityEntry> entries, CancellationToken cancellationToken = default)
    {
        NotedIdentity[] notes = NotedIdentity.Of(entries);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _notes.AddRange(notes);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NotedIdentity>> ReadAsync(Guid? person, IdentityPlace? after, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        cancellationToken.ThrowIfCancellationRequested();
        IdentityPlace from = after ?? new IdentityPlace(Guid.Empty, -1);
        lock (_gate)
        {
            IEnumerable<NotedIdentity> wanted = _notes.Where(note => note.Place.CompareTo(from) > 0 && (person is null || (person != Guid.Empty && note.Entry.Person == person)));
            return ValueTask.FromResult<IReadOnlyList<NotedIdentity>>([.. wanted.OrderBy(note => note.Place).Take(most)]);
        }
    }
}
