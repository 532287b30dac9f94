namespace MyNumber.Numbering.Issuing.Identity;

/// <summary>Identity information in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryIdentityRegister : IIdentityRegister
{
    private readonly Dictionary<Guid, List<IdentityRecord>> _records = [];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(IdentityRecord record, CancellationToken cancellationToken = default)
    {
        IdentityRules.Check(record);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            bool known = _records.TryGetValue(record.Person, out List<IdentityRecord>? versions);
            if (record.Version != (versions?.Count ?? 0))
            {
                return ValueTask.FromResult(false);
            }

            if (!known)
            {
                _records.Add(record.Person, versions = []);
            }

            versions!.Add(record);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IdentityRecord>> HistoryAsync(Guid person, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<IdentityRecord>>(_records.TryGetValue(person, out List<IdentityRecord>? versions) ? [.. versions] : []);
        }
    }
}
