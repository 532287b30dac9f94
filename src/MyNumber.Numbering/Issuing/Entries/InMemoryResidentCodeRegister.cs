namespace MyNumber.Numbering.Issuing.Entries;

/// <summary>Entries of resident record codes in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryResidentCodeRegister : IResidentCodeRegister
{
    private readonly Dictionary<Guid, List<CodeEntry>> _entries = [];
    private readonly Dictionary<long, (Guid Person, int Version)> _codes = [];
    private readonly SortedSet<(DateTimeOffset Since, Guid Person, int Version)> _owed = [];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ValueTask<CodeEntryConflict> AddAsync(CodeEntry entry, CancellationToken cancellationToken = default)
    {
        CodeEntryRules.Check(entry);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            bool known = _entries.TryGetValue(entry.Person, out List<CodeEntry>? versions);
            if (entry.Version != (versions?.Count ?? 0))
            {
                return ValueTask.FromResult(CodeEntryConflict.Version);
            }

            if (!_codes.TryAdd(entry.Code.Value, (entry.Person, entry.Version)))
            {
                return ValueTask.FromResult(CodeEntryConflict.Code);
            }

            if (!known)
            {
                _entries.Add(entry.Person, versions = []);
            }

            versions!.Add(entry);
            if (entry.NoticeSentAt is null)
            {
                _owed.Add((entry.Since, entry.Person, entry.Version));
            }

            return ValueTask.FromResult(CodeEntryConflict.None);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CodeEntry>> HistoryAsync(Guid person, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<CodeEntry>>(_entries.TryGetValue(person, out List<CodeEntry>? versions) ? [.. versions] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<CodeEntry?> FindByCodeAsync(ResidentRecordCode code, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_codes.TryGetValue(code.Value, out (Guid Person, int Version) at) ? _entries[at.Person][at.Version] : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CodeEntry>> FindOwedNoticesAsync(int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<CodeEntry>>([.. _owed.Take(most).Select(owed => _entries[owed.Person][owed.Version])]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> MarkNoticesSentAsync(IReadOnlyList<CodeEntry> entries, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        CodeEntryRules.Check(entries);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(entries.Count(entry => MarkSent(entry.Person, entry.Version, at)));
        }
    }

    private bool MarkSent(Guid person, int version, DateTimeOffset at)
    {
        if (!_entries.TryGetValue(person, out List<CodeEntry>? versions) || version < 0 || version >= versions.Count || versions[version].NoticeSentAt is not null)
        {
            return false;
        }

        versions[version] = versions[version] with { NoticeSentAt = at };
        return _owed.Remove((versions[version].Since, person, version));
    }
}
