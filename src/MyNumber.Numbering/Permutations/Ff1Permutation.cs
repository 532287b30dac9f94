using System.Numerics;
using System.Security.Cryptography;

namespace MyNumber.Numbering.Permutations;

/// <summary>FF1 as a permutation of the integers below radix^length, under a fixed tweak.</summary>
/// <remarks>Source: NIST SP 800-38G (2016). An integer stands for its numerals, the most significant first. A batch advances in step, one platform AES call for each round of up to 4,096
/// integers: since key and tweak are fixed, all blocks before the last are chained once, and a round costs one AES block. Integer division by a fixed modulus runs in variable time on some
/// processors.</remarks>
public sealed class Ff1Permutation : IKeyedPermutation
{
    private readonly AesPool _aes;
    private readonly LockStep _steps;

    /// <summary>Takes a key, a domain and a tweak.</summary>
    /// <param name="key">16, 24 or 32 bytes; copied, the caller zeroes its own.</param>
    /// <param name="radix">2 to 65,536.</param>
    /// <param name="length">Numerals in a string, at least 2; radix^length must not pass 2^63 − 1.</param>
    /// <param name="tweak">At most <see cref="Ff1.MaximumTweakLength"/> bytes; may be empty. Not secret.</param>
    /// <param name="minimum">The least domain.</param>
    /// <exception cref="ArgumentException">Key, length, domain or tweak is not as described.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The radix or the minimum is not as described.</exception>
    public Ff1Permutation(ReadOnlySpan<byte> key, int radix, int length, ReadOnlySpan<byte> tweak, Ff1MinimumDomain minimum = Ff1MinimumDomain.OneMillion)
    {
        Ff1Layout layout = Ff1Layout.Create(radix, length, minimum);
        Ff1.CheckTweak(tweak);
        BigInteger size = layout.LeftModulus * layout.RightModulus;
        DomainSize = size <= long.MaxValue ? (long)size : throw new ArgumentException("The domain passes 2^63 − 1.", nameof(length));
        _aes = new AesPool(key);
        Aes aes = _aes.Rent();
        _steps = new LockStep(layout, RoundConstant.Create(aes, layout, tweak));
        _aes.Return(aes);
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

    /// <summary>Zeroes the key.</summary>
    public void Dispose()
    {
        _aes.Dispose();
        _steps.Dispose();
    }

    private void Run(Span<long> values, bool forward)
    {
        DomainGuard.Check(values, DomainSize);
        Aes aes = _aes.Rent();
        try
        {
            _steps.Run(aes, values, forward);
        }
        finally
        {
            _aes.Return(aes);
        }
    }
}
