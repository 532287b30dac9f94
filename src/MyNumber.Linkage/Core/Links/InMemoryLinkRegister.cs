using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Links;

/// <summary>Link codes in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryLinkRegister : ILinkRegister
{
    private readonly Dictionary<LinkCode, List<LinkEntry>> _links = [];
    private readonly Dictionary<ResidentCodeTag, LinkCode> _tags = [];
    private readonly Dictionary<LinkCode, LinkTombstone> _tombstones = [];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ValueTask<LinkResult> AddAsync(IReadOnlyList<LinkEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        LinkEntry[] lines = [.. entries];
        Array.ForEach(lines, line => ArgumentNullException.ThrowIfNull(line, nameof(entries)));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            for (int index = 0; index < lines.Length; index++)
            {
                LinkConflict conflict = Add(lines[index]);
                if (conflict != LinkConflict.None)
                {
                    TakeBack(lines.AsSpan(0, index));
                    return ValueTask.FromResult(new LinkResult(conflict, index));
                }
            }

            return ValueTask.FromResult(default(LinkResult));
        }
    }

    /// <inheritdoc/>
    public ValueTask<LinkCode> FindAsync(ResidentCodeTag tag, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_tags.GetValueOrDefault(tag));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LinkEntry>> HistoryAsync(LinkCode link, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<LinkEntry>>(_links.TryGetValue(link, out List<LinkEntry>? entries) ? [.. entries] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> BuryAsync(LinkTombstone tombstone, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tombstone);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            bool mayBury = IsAlive(tombstone.Link) && (tombstone.Successor.IsEmpty || IsAlive(tombstone.Successor));
            if (mayBury)
            {
                _tombstones.Add(tombstone.Link, tombstone);
                MoveTags(tombstone.Link, tombstone.Successor);
            }

            return ValueTask.FromResult(mayBury);
        }
    }

    /// <inheritdoc/>
    public ValueTask<LinkTombstone?> FindTombstoneAsync(LinkCode link, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_tombstones.GetValueOrDefault(link));
        }
    }

    private bool IsAlive(LinkCode link) => _links.ContainsKey(link) && !_tombstones.ContainsKey(link);

    private LinkConflict Add(LinkEntry entry)
    {
        bool known = _links.TryGetValue(entry.Link, out List<LinkEntry>? entries);
        if (entry.Version != (entries?.Count ?? 0) || _tombstones.ContainsKey(entry.Link))
        {
            return LinkConflict.Link;
        }

        if (!_tags.TryAdd(entry.Tag, entry.Link))
        {
            return LinkConflict.ResidentCode;
        }

        if (!known)
        {
            _links.Add(entry.Link, entries = []);
        }

        entries!.Add(entry);
        return LinkConflict.None;
    }

    private void TakeBack(ReadOnlySpan<LinkEntry> added)
    {
        for (int index = added.Length - 1; index >= 0; index--)
        {
            LinkEntry entry = added[index];
            _tags.Remove(entry.Tag);
            _links[entry.Link].RemoveAt(entry.Version);
            if (entry.Version == 0)
            {
                _links.Remove(entry.Link);
            }
        }
    }

    private void MoveTags(LinkCode from, LinkCode to)
    {
        foreach (ResidentCodeTag tag in _tags.Where(pair => pair.Value == from).Select(pair => pair.Key).ToArray())
        {
            if (to.IsEmpty)
            {
                _tags.Remove(tag);
            }
            else
            {
                _tags[tag] = to;
            }
        }
    }
}
