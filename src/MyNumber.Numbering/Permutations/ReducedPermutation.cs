using System.Buffers;

namespace MyNumber.Numbering.Permutations;

/// <summary>A permutation of the integers below a smaller bound, by cycle walking: what falls outside is mapped on until it falls inside.</summary>
/// <remarks>Cycle walking gives a permutation only because the same bound holds for input and output: from an input inside, the cycle of the wider permutation must come
/// back inside. It takes wider/bound steps on average (Black and Rogaway, CT-RSA 2002), and how many a value takes shows in the time. The batch walks all stragglers together.</remarks>
public sealed class ReducedPermutation : IKeyedPermutation
{
    /// <summary>How many times wider the permutation beneath may be, 1,000,000: a ceiling of this library on the mean length of a walk.</summary>
    public const long MaximumRatio = 1_000_000;

    private const int Chunk = 4096;

    private readonly IKeyedPermutation _wider;

    /// <summary>Takes a wider permutation over; disposing of this disposes of it.</summary>
    /// <param name="wider">The permutation that is walked.</param>
    /// <param name="domainSize">The bound, 1 to the wider domain, and no less than the wider domain over <see cref="MaximumRatio"/>.</param>
    /// <exception cref="ArgumentNullException">No permutation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not as described.</exception>
    public ReducedPermutation(IKeyedPermutation wider, long domainSize)
    {
        ArgumentNullException.ThrowIfNull(wider);
        ArgumentOutOfRangeException.ThrowIfLessThan(domainSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(domainSize, wider.DomainSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wider.DomainSize / domainSize, MaximumRatio, nameof(domainSize));
        _wider = wider;
        DomainSize = domainSize;
    }

    /// <inheritdoc/>
    public long DomainSize { get; }

    /// <inheritdoc/>
    public long Permute(long value)
    {
        DomainGuard.Check(value, DomainSize);
        Permute(new Span<long>(ref value));
        return value;
    }

    /// <inheritdoc/>
    public long Invert(long value)
    {
        DomainGuard.Check(value, DomainSize);
        Invert(new Span<long>(ref value));
        return value;
    }

    /// <inheritdoc/>
    public void Permute(Span<long> values) => Run(values, forward: true);

    /// <inheritdoc/>
    public void Invert(Span<long> values) => Run(values, forward: false);

    /// <summary>Disposes of the wider permutation.</summary>
    public void Dispose() => _wider.Dispose();

    private void Run(Span<long> values, bool forward)
    {
        DomainGuard.Check(values, DomainSize);
        int[] places = ArrayPool<int>.Shared.Rent(Math.Min(Chunk, values.Length));
        long[] walkers = ArrayPool<long>.Shared.Rent(Math.Min(Chunk, values.Length));
        try
        {
            for (; values.Length > 0; values = values[Math.Min(Chunk, values.Length)..])
            {
                Walk(values[..Math.Min(Chunk, values.Length)], places, walkers, forward);
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(places);
            ArrayPool<long>.Shared.Return(walkers, clearArray: true);
        }
    }

    private void Walk(Span<long> values, Span<int> places, Span<long> walkers, bool forward)
    {
        for (int i = 0; i < values.Length; i++)
        {
            places[i] = i;
        }

        values.CopyTo(walkers);
        for (int walking = values.Length; walking > 0;)
        {
            Step(walkers[..walking], forward);
            int outside = 0;
            for (int i = 0; i < walking; i++)
            {
                bool inside = walkers[i] < DomainSize;
                values[places[i]] = inside ? walkers[i] : values[places[i]];
                (walkers[outside], places[outside]) = (walkers[i], places[i]);
                outside += inside ? 0 : 1;
            }

            walking = outside;
        }
    }

    private void Step(Span<long> walkers, bool forward)
    {
        if (forward)
        {
            _wider.Permute(walkers);
        }
        else
        {
            _wider.Invert(walkers);
        }
    }
}
