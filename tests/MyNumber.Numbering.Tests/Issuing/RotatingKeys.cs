using System.Diagnostics.CodeAnalysis;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Issuing;

/// <summary>Custody that rotates its key at every look at the current version.</summary>
internal sealed class RotatingKeys : IConversionKeys, IDisposable
{
    private readonly Dictionary<int, IKeyedPermutation> _permutations = [];
    private int _current;

    public int CurrentVersion => ++_current;

    public bool TryOpen(int version, [NotNullWhen(true)] out IKeyedPermutation? permutation)
    {
        permutation = PermutationOf(version);
        return true;
    }

    public IKeyedPermutation PermutationOf(int version)
    {
        if (!_permutations.TryGetValue(version, out IKeyedPermutation? permutation))
        {
            _permutations.Add(version, permutation = Lab.Permutation((byte)version));
        }

        return permutation;
    }

    public void Dispose()
    {
        foreach (IKeyedPermutation permutation in _permutations.Values)
        {
            permutation.Dispose();
        }
    }
}
