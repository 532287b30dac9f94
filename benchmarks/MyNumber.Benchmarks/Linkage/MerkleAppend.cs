using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Benchmarks.Linkage;

/// <summary>
/// A log of 65,536 ready commitments (2 MB of data, 4 MB of tree); times are for one leaf. <see cref="PlainTree"/> is what one would write with the platform's
/// SHA-256: leaves, then one level after the other, into arrays made beforehand. <see cref="SingleReadAtOnce"/> reads the tree after each append, so that nothing
/// is hashed together.
/// </summary>
[MemoryDiagnoser]
public class MerkleAppend
{
    private const int Count = 65_536;

    private readonly Digest[] _data = new Digest[Count];
    private readonly byte[][] _levels = [.. Enumerable.Range(0, 17).Select(level => new byte[(Count >> level) * Digest.Length])];

    [GlobalSetup]
    public void SetUp()
    {
        Random random = new(1);
        byte[] bytes = new byte[Digest.Length];
        for (int i = 0; i < Count; i++)
        {
            random.NextBytes(bytes);
            _data[i] = Digest.FromBytes(bytes);
        }

        if (Single() != Batch() || Batch() != Digest.FromBytes(PlainTree()))
        {
            throw new InvalidOperationException("The sides of the comparison disagree.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public byte[] PlainTree()
    {
        Span<byte> leaf = stackalloc byte[1 + Digest.Length];
        leaf[0] = 0;
        for (int i = 0; i < Count; i++)
        {
            _data[i].WriteTo(leaf[1..]);
            SHA256.HashData(leaf, _levels[0].AsSpan(i * Digest.Length, Digest.Length));
        }

        Span<byte> node = stackalloc byte[1 + 2 * Digest.Length];
        node[0] = 1;
        for (int level = 1; level < _levels.Length; level++)
        {
            for (int i = 0; i < Count >> level; i++)
            {
                _levels[level - 1].AsSpan(2 * i * Digest.Length, 2 * Digest.Length).CopyTo(node[1..]);
                SHA256.HashData(node, _levels[level].AsSpan(i * Digest.Length, Digest.Length));
            }
        }

        return _levels[^1];
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Digest Single()
    {
        MerkleLog log = new();
        foreach (Digest data in _data)
        {
            log.Append(data);
        }

        return log.Root;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Digest SingleReadAtOnce()
    {
        MerkleLog log = new();
        foreach (Digest data in _data)
        {
            log.LeafAt(log.Append(data));
        }

        return log.Root;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Digest Batch()
    {
        MerkleLog log = new();
        log.Append(_data);
        return log.Root;
    }
}
