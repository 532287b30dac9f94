using System.Diagnostics.CodeAnalysis;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Issuing.Conversion;

/// <summary>Keys that live in this process only.</summary>
/// <remarks>Thread safe. Owns the permutations and disposes of them.</remarks>
public sealed class ConversionKeyRing : IConversionKeys, IDisposable
{
    private readonly Dictionary<int, IKeyedPermutation> _permutations = [];

    /// <summary>Makes a ring of one version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="permutation">Its permutation; owned from now on.</param>
    /// <exception cref="ArgumentNullException"><paramref name="permutation"/> is null.</exception>
    public ConversionKeyRing(int version, IKeyedPermutation permutation)
        : this(version, [new(version, permutation)])
    {
    }

    /// <summary>Makes a ring of several versions.</summary>
    /// <param name="current">The version for new numbers.</param>
    /// <param name="permutations">Every version; owned from now on.</param>
    /// <exception cref="ArgumentNullException">An argument or a permutation is null.</exception>
    /// <exception cref="ArgumentException">A version is there twice, or the current one is not there.</exception>
    public ConversionKeyRing(int current, IEnumerable<KeyValuePair<int, IKeyedPermutation>> permutations)
    {
        ArgumentNullException.ThrowIfNull(permutations);
        foreach ((int version, IKeyedPermutation permutation) in permutations)
        {
            ArgumentNullException.ThrowIfNull(permutation, nameof(permutations));
            _permutations.Add(version, permutation);
        }

        if (!_permutations.ContainsKey(current))
        {
            throw new ArgumentException("The current version is not among the keys.", nameof(current));
        }

        CurrentVersion = current;
    }

    /// <inheritdoc/>
    public int CurrentVersion { get; }

    /// <inheritdoc/>
    public bool TryOpen(int version, [NotNullWhen(true)] out IKeyedPermutation? permutation) => _permutations.TryGetValue(version, out permutation);

    /// <summary>Disposes of every permutation.</summary>
    public void Dispose()
    {
        foreach (IKeyedPermutation permutation in _permutations.Values)
        {
            permutation.Dispose();
        }
    }
}
