using MyNumber.Numbering.Permutations;

namespace MyNumber.IssuingHost;

/// <summary>A small permutation for tests over any domain: rounds of multiplying and adding. It hides nothing.</summary>
public sealed class MixedPermutation(long domainSize, long seed) : IKeyedPermutation
{
    private const int Rounds = 3;

    private readonly long _factor = Coprime(domainSize, (seed * 2654435761) ^ 0x5DEECE66D);
    private readonly long _offset = Math.Abs((seed * 40503) + 11) % domainSize;

    public long DomainSize => domainSize;

    public long Permute(long value)
    {
        Check(value);
        for (int round = 0; round < Rounds; round++)
        {
            value = (long)((((Int128)value * _factor) + _offset + round) % domainSize);
        }

        return value;
    }

    public long Invert(long value)
    {
        Check(value);
        long inverse = Inverse(_factor, domainSize);
        for (int round = Rounds - 1; round >= 0; round--)
        {
            Int128 shifted = (value - ((_offset + round) % domainSize) + domainSize) % domainSize;
            value = (long)(shifted * inverse % domainSize);
        }

        return value;
    }

    public void Permute(Span<long> values)
    {
        foreach (long value in values)
        {
            Check(value);
        }

        foreach (ref long value in values)
        {
            value = Permute(value);
        }
    }

    public void Invert(Span<long> values)
    {
        foreach (ref long value in values)
        {
            value = Invert(value);
        }
    }

    public void Dispose()
    {
    }

    private void Check(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, domainSize);
    }

    private static long Coprime(long size, long start)
    {
        long candidate = (Math.Abs(start) % size) | 1;
        while (Divisor(candidate, size) != 1)
        {
            candidate += 2;
        }

        return candidate;
    }

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);

    private static long Inverse(long factor, long modulus)
    {
        (Int128 oldRest, Int128 rest, Int128 old, Int128 current) = (factor % modulus, modulus, 1, 0);
        while (rest != 0)
        {
            Int128 quotient = oldRest / rest;
            (oldRest, rest) = (rest, oldRest - (quotient * rest));
            (old, current) = (current, old - (quotient * current));
        }

        return (long)(((old % modulus) + modulus) % modulus);
    }
}
