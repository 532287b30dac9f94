namespace MyNumber.Numbering.Issuing.Corporate;

/// <summary>Corporate numbers in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryCorporateRegister : ICorporateRegister
{
    private readonly Dictionary<CorporateNumber, List<CorporateEntry>> _entries = [];
    private readonly Dictionary<Guid, CorporateEntry> _requests = [];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(CorporateEntry entry, CancellationToken cancellationToken = default)
    {
        CorporateRules.Check(entry);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            bool known = _entries.TryGetValue(entry.Number, out List<CorporateEntry>? versions);
            if (entry.Version != (versions?.Count ?? 0) || !_requests.TryAdd(entry.Request, entry))
            {
                return ValueTask.FromResult(false);
            }

            if (!known)
            {
                _entries.Add(entry.Number, versions = []);
            }

            versions!.Add(entry);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<CorporateEntry?> FindByRequestAsync(Guid request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_requests.GetValueOrDefault(request));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CorporateEntry>> HistoryAsync(CorporateNumber number, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<CorporateEntry>>(_entries.TryGetValue(number, out List<CorporateEntry>? versions) ? [.. versions] : []);
        }
    }
}
