namespace MyNumber.Numbering.Permutations;

/// <summary>A secret one-to-one map of the integers 0 to <see cref="DomainSize"/> − 1 onto themselves, fixed by a key.</summary>
/// <remarks>Thread safe, except that <see cref="IDisposable.Dispose"/> must come after the last call; it zeroes the key. Equal inputs give equal outputs, and nothing
/// tells a wrong input from a right one: a permutation hides, it does not authenticate.</remarks>
public interface IKeyedPermutation : IDisposable
{
    /// <summary>How many integers are permuted.</summary>
    long DomainSize { get; }

    /// <summary>Maps one integer.</summary>
    /// <param name="value">0 to <see cref="DomainSize"/> − 1.</param>
    /// <returns>Its image, in the same range.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the domain.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    long Permute(long value);

    /// <summary>Undoes <see cref="Permute(long)"/>.</summary>
    /// <param name="value">0 to <see cref="DomainSize"/> − 1.</param>
    /// <returns>The integer whose image the value is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the domain.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    long Invert(long value);

    /// <summary>Maps many integers in place; far cheaper for each than one at a time.</summary>
    /// <param name="values">Integers 0 to <see cref="DomainSize"/> − 1, replaced by their images.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the domain; nothing was changed.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    void Permute(Span<long> values);

    /// <summary>Undoes <see cref="Permute(Span{long})"/> in place.</summary>
    /// <param name="values">Integers 0 to <see cref="DomainSize"/> − 1, replaced by the integers whose images they are.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the domain; nothing was changed.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    void Invert(Span<long> values);
}
