using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Issuing.Conversion;

/// <summary>A permutation of a small domain that is written out as a table.</summary>
internal sealed class TablePermutation(long[] table) : IKeyedPermutation
{
    public long DomainSize => table.Length;

    public static TablePermutation Shuffled(int size, int seed)
    {
        long[] table = [.. Enumerable.Range(0, size)];
        new Random(seed).Shuffle(table);
        return new TablePermutation(table);
    }

    public long Permute(long value) => table[value];

    public long Invert(long value) => Array.IndexOf(table, value);

    public void Permute(Span<long> values)
    {
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
}
