using System.Collections.Frozen;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Issuing.Conversion;

/// <summary>A keyed permutation of what is left when some values are excluded, by cycle-walking.</summary>
/// <remarks>
/// <para>Walking on from an excluded result to the next of its cycle is a permutation only of the values that are not excluded. So an excluded value is refused as input
/// too; else two inputs would meet in one output.</para>
/// <para>A walk is at most one step longer than there are excluded values. Thread safe as the permutation below is, which stays the caller's.</para>
/// </remarks>
public sealed class ExcludingPermutation
{
    private readonly IKeyedPermutation _inner;
    private readonly FrozenSet<long> _excluded;

    /// <summary>Wraps a permutation.</summary>
    /// <param name="inner">The permutation below; not disposed of here.</param>
    /// <param name="excluded">Values that are neither input nor output.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ExcludingPermutation(IKeyedPermutation inner, FrozenSet<long> excluded)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(excluded);
        _inner = inner;
        _excluded = excluded;
    }

    /// <summary>The size of the domain, excluded values counted.</summary>
    public long DomainSize => _inner.DomainSize;

    /// <summary>Permutes one value.</summary>
    /// <param name="value">0 to <see cref="DomainSize"/> less one.</param>
    /// <param name="permuted">Never an excluded value; 0 when refused.</param>
    /// <returns><see langword="false"/> when the value is excluded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the domain.</exception>
    public bool TryPermute(long value, out long permuted) => TryWalk(value, forward: true, out permuted);

    /// <summary>Undoes <see cref="TryPermute"/>.</summary>
    /// <param name="value">0 to <see cref="DomainSize"/> less one.</param>
    /// <param name="inverted">Never an excluded value; 0 when refused.</param>
    /// <returns><see langword="false"/> when the value is excluded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the domain.</exception>
    public bool TryInvert(long value, out long inverted) => TryWalk(value, forward: false, out inverted);

    /// <summary>Permutes many values in place; an excluded one becomes -1.</summary>
    /// <param name="values">Each 0 to <see cref="DomainSize"/> less one.</param>
    /// <returns>How many were refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the domain; nothing is changed then.</exception>
    public int Permute(Span<long> values)
    {
        List<int>? places = null;
        for (int i = 0; i < values.Length; i++)
        {
            if (_excluded.Contains(values[i]))
            {
                (places ??= []).Add(i);
            }
        }

        // Refused places are marked before the walk: a cycle of excluded values alone would never end.
        _inner.Permute(values);
        foreach (int place in places ?? [])
        {
            values[place] = -1;
        }

        for (int i = 0; i < values.Length; i++)
        {
            while (_excluded.Contains(values[i]))
            {
                values[i] = _inner.Permute(values[i]);
            }
        }

        return places?.Count ?? 0;
    }

    private bool TryWalk(long value, bool forward, out long walked)
    {
        walked = 0;
        if (_excluded.Contains(value))
        {
            return false;
        }

        do
        {
            value = forward ? _inner.Permute(value) : _inner.Invert(value);
        }
        while (_excluded.Contains(value));
        walked = value;
        return true;
    }
}
