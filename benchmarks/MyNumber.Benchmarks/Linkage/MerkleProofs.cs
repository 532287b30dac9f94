using BenchmarkDotNet.Attributes;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Benchmarks.Linkage;

/// <summary>Proofs over a log of a million leaves. The baseline of a check is hashing all leaves again, a million times <see cref="OneLeaf"/> and more.</summary>
[MemoryDiagnoser]
public class MerkleProofs
{
    private const int Count = 1_000_000;

    private readonly MerkleLog _log = new();
    private InclusionProof _inclusion = null!;
    private ConsistencyProof _consistency = null!;
    private Digest _leaf;
    private Digest _first;
    private Digest _second;

    [GlobalSetup]
    public void SetUp()
    {
        Digest[] data = new Digest[Count];
        byte[] bytes = new byte[Digest.Length];
        Random random = new(1);
        for (int i = 0; i < Count; i++)
        {
            random.NextBytes(bytes);
            data[i] = Digest.FromBytes(bytes);
        }

        _log.Append(data);
        _inclusion = _log.ProveInclusion(123_456, Count);
        _consistency = _log.ProveConsistency(654_321, Count);
        (_leaf, _first, _second) = (_log.LeafAt(123_456), _log.RootAt(654_321), _log.Root);
        if (!VerifyInclusion() || !VerifyConsistency())
        {
            throw new InvalidOperationException("A proof does not prove.");
        }
    }

    [Benchmark(Baseline = true)]
    public Digest OneLeaf() => MerkleHash.Leaf(_leaf);

    [Benchmark]
    public bool VerifyInclusion() => _inclusion.Proves(_leaf, _second);

    [Benchmark]
    public bool VerifyConsistency() => _consistency.Proves(_first, _second);

    [Benchmark]
    public InclusionProof ProveInclusion() => _log.ProveInclusion(123_456, Count);

    [Benchmark]
    public ConsistencyProof ProveConsistency() => _log.ProveConsistency(654_321, Count);
}
