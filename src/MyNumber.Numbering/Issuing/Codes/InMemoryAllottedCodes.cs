using System.Security.Cryptography;

namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>Designated codes and pools in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryAllottedCodes : IAllottedCodes
{
    private readonly HashSet<long> _codes = [];
    private readonly Dictionary<LocalGovernmentCode, MemoryPool> _pools = [];
    private readonly RandomNumberGenerator _random;
    private readonly Lock _gate = new();

    /// <summary>Opens an empty memory.</summary>
    /// <param name="random">Source of randomness for the draws, used by one call at a time; stays the caller's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="random"/> is null.</exception>
    public InMemoryAllottedCodes(RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        _random = random;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(LocalGovernmentCode municipality, ReadOnlyMemory<ResidentRecordCode> codes, CancellationToken cancellationToken = default)
    {
        SortedSet<long> distinct = AllotmentRules.Distinct(municipality, codes.Span);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            MemoryPool pool = _pools.TryGetValue(municipality, out MemoryPool? found) ? found : _pools[municipality] = new MemoryPool();
            int added = 0;
            foreach (long code in distinct.Where(_codes.Add))
            {
                pool.Add(code);
                added++;
            }

            return ValueTask.FromResult(added);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ResidentRecordCode>> DrawAsync(
        LocalGovernmentCode municipality, ReadOnlyMemory<Guid> requests, CancellationToken cancellationToken = default)
    {
        AllotmentRules.Check(municipality, requests.Span);
        cancellationToken.ThrowIfCancellationRequested();
        ResidentRecordCode[] codes = new ResidentRecordCode[requests.Length];
        lock (_gate)
        {
            for (int i = 0; i < codes.Length && _pools.TryGetValue(municipality, out MemoryPool? pool); i++)
            {
                codes[i] = pool.Draw(requests.Span[i], _random);
            }
        }

        return ValueTask.FromResult<IReadOnlyList<ResidentRecordCode>>(codes);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<long>(_codes.Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> LeftAsync(LocalGovernmentCode municipality, CancellationToken cancellationToken = default)
    {
        AllotmentRules.Check(municipality);
        lock (_gate)
        {
            return ValueTask.FromResult(_pools.TryGetValue(municipality, out MemoryPool? pool) ? pool.Left : 0);
        }
    }
}
