using System.Collections.Immutable;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Tests.Merkle;

/// <summary>Proofs against the definitions of the RFC: all sizes up to 64, random ones beyond.</summary>
public sealed class ProofTests
{
    private const int Exhaustive = 64;

    private static readonly Digest[] _data = Seeded.Digests(5_000);
    private static readonly byte[][] _bytes = [.. _data.Select(digest => digest.ToArray())];
    private static readonly MerkleLog _log = Seeded.Log(5_000);

    [Fact]
    public void Every_inclusion_proof_up_to_64_leaves_is_the_one_of_the_definition_and_proves()
    {
        for (int size = 1; size <= Exhaustive; size++)
        {
            for (int index = 0; index < size; index++)
            {
                RequireInclusion(index, size);
            }
        }
    }

    [Fact]
    public void Every_consistency_proof_up_to_64_leaves_is_the_one_of_the_definition_and_proves()
    {
        for (int second = 1; second <= Exhaustive; second++)
        {
            for (int first = 1; first <= second; first++)
            {
                RequireConsistency(first, second);
            }
        }
    }

    [Fact]
    public void Random_proofs_of_larger_logs_are_those_of_the_definition()
    {
        Random random = new(11);
        for (int i = 0; i < 100; i++)
        {
            int second = random.Next(65, _data.Length + 1);
            RequireInclusion(random.Next(second), second);
            RequireConsistency(random.Next(1, second + 1), second);
        }
    }

    [Fact]
    public void Inclusion_proof_proves_nothing_else()
    {
        for (int size = 1; size <= 33; size++)
        {
            for (int index = 0; index < size; index++)
            {
                InclusionProof proof = _log.ProveInclusion(index, size);
                Bad(proof, _log.LeafAt(index), size).ShouldBeEmpty($"{index} of {size}");
            }
        }
    }

    [Fact]
    public void Consistency_proof_proves_nothing_else()
    {
        for (int second = 2; second <= 33; second++)
        {
            for (int first = 1; first < second; first++)
            {
                Bad(_log.ProveConsistency(first, second)).ShouldBeEmpty($"{first} to {second}");
            }
        }
    }

    [Fact]
    public void Two_verifiers_agree_on_random_alterations()
    {
        Random random = new(17);
        for (int i = 0; i < 20_000; i++)
        {
            int size = random.Next(1, 200);
            int index = random.Next(size);
            InclusionProof proof = _log.ProveInclusion(index, size) with { Index = random.Next(size), Size = Math.Max(1, size + random.Next(-2, 3)) };
            byte[]? root = proof.Index < proof.Size
                ? ReferenceTree.RootOf(_log.LeafAt(index).ToArray(), proof.Index, proof.Size, [.. proof.Path.Select(node => node.ToArray())])
                : null;
            proof.Proves(_log.LeafAt(index), _log.RootAt(size)).ShouldBe(root is not null && root.AsSpan().SequenceEqual(_log.RootAt(size).ToArray()));
        }
    }

    [Fact]
    public void Empty_log_is_a_beginning_of_every_log()
    {
        ConsistencyProof proof = _log.ProveConsistency(0, 7);
        proof.Proves(MerkleHash.Empty, _log.RootAt(7)).ShouldBeTrue();
        proof.Proves(_log.RootAt(1), _log.RootAt(7)).ShouldBeFalse();
        (proof with { Path = [_log.RootAt(7)] }).Proves(MerkleHash.Empty, _log.RootAt(7)).ShouldBeFalse();
        new ConsistencyProof(0, 0, []).Proves(_log.RootAt(1), _log.RootAt(1)).ShouldBeFalse();
        new ConsistencyProof(3, 3, []).Proves(_log.RootAt(3), _log.RootAt(4)).ShouldBeFalse();
    }

    [Fact]
    public void Path_that_was_never_set_proves_nothing()
    {
        new InclusionProof(0, 1, default).Proves(_log.LeafAt(0), _log.RootAt(1)).ShouldBeFalse();
        new ConsistencyProof(1, 2, default).Proves(_log.RootAt(1), _log.RootAt(2)).ShouldBeFalse();
    }

    private static void RequireInclusion(int index, int size)
    {
        InclusionProof proof = _log.ProveInclusion(index, size);
        List<byte[]> expected = ReferenceTree.Path(index, _bytes.AsSpan(0, size));
        proof.Path.Select(node => node.ToString()).ShouldBe(expected.Select(Convert.ToHexStringLower));
        proof.Proves(_log.LeafAt(index), Digest.FromBytes(ReferenceTree.Mth(_bytes.AsSpan(0, size)))).ShouldBeTrue();
        ReferenceTree.RootOf(_log.LeafAt(index).ToArray(), index, size, [.. expected]).ShouldBe(_log.RootAt(size).ToArray());
    }

    private static void RequireConsistency(int first, int second)
    {
        ConsistencyProof proof = _log.ProveConsistency(first, second);
        List<byte[]> expected = ReferenceTree.Proof(first, _bytes.AsSpan(0, second));
        proof.Path.Select(node => node.ToString()).ShouldBe(expected.Select(Convert.ToHexStringLower));
        proof.Proves(_log.RootAt(first), _log.RootAt(second)).ShouldBeTrue();
        (byte[] First, byte[] Second)? roots = ReferenceTree.RootsOf(_log.RootAt(first).ToArray(), first, second, true, [.. expected]);
        roots!.Value.First.ShouldBe(_log.RootAt(first).ToArray());
        roots.Value.Second.ShouldBe(_log.RootAt(second).ToArray());
    }

    private static List<string> Bad(InclusionProof proof, Digest leaf, int size)
    {
        Digest root = _log.RootAt(size);
        List<(string What, bool Passes)> tries =
        [
            ("another leaf", proof.Proves(_log.LeafAt(4_000), root)),
            ("another root", proof.Proves(leaf, _log.RootAt(size + 1))),
            ("a node more", (proof with { Path = proof.Path.Add(root) }).Proves(leaf, root)),
            ("a node more in front", (proof with { Path = proof.Path.Insert(0, root) }).Proves(leaf, root)),
            ("index past the end", (proof with { Index = proof.Size }).Proves(leaf, root)),
            ("negative index", (proof with { Index = -1 }).Proves(leaf, root)),
            ("no log", (proof with { Size = 0 }).Proves(leaf, root)),
            ("negative size", (proof with { Size = -1 }).Proves(leaf, root)),
            ("a node as the leaf", size > 1 && (proof with { Index = 0, Size = 1, Path = [] }).Proves(leaf, root)),
        ];
        for (int i = 0; i < proof.Path.Length; i++)
        {
            tries.Add(($"node {i} gone", (proof with { Path = proof.Path.RemoveAt(i) }).Proves(leaf, root)));
            tries.Add(($"node {i} altered", (proof with { Path = Altered(proof.Path, i) }).Proves(leaf, root)));
        }

        tries.AddRange(Enumerable.Range(0, size).Where(index => index != proof.Index)
            .Select(index => ($"index {index}", (proof with { Index = index }).Proves(leaf, root))));
        return [.. tries.Where(attempt => attempt.Passes).Select(attempt => attempt.What)];
    }

    private static List<string> Bad(ConsistencyProof proof)
    {
        (Digest first, Digest second) = (_log.RootAt(proof.FirstSize), _log.RootAt(proof.SecondSize));
        List<(string What, bool Passes)> tries =
        [
            ("another first root", proof.Proves(_log.RootAt(4_000), second)),
            ("another second root", proof.Proves(first, _log.RootAt(4_000))),
            ("roots exchanged", proof.Proves(second, first)),
            ("a node more", (proof with { Path = proof.Path.Add(second) }).Proves(first, second)),
            ("a node more in front", (proof with { Path = proof.Path.Insert(0, first) }).Proves(first, second)),
            ("no node", (proof with { Path = [] }).Proves(first, second)),
            ("sizes exchanged", (proof with { FirstSize = proof.SecondSize, SecondSize = proof.FirstSize }).Proves(first, second)),
            ("negative first size", (proof with { FirstSize = -1 }).Proves(first, second)),
            ("same sizes", (proof with { FirstSize = proof.SecondSize }).Proves(first, second)),
        ];
        for (int i = 0; i < proof.Path.Length; i++)
        {
            tries.Add(($"node {i} gone", (proof with { Path = proof.Path.RemoveAt(i) }).Proves(first, second)));
            tries.Add(($"node {i} altered", (proof with { Path = Altered(proof.Path, i) }).Proves(first, second)));
        }

        return [.. tries.Where(attempt => attempt.Passes).Select(attempt => attempt.What)];
    }

    private static ImmutableArray<Digest> Altered(ImmutableArray<Digest> path, int index)
    {
        byte[] bytes = path[index].ToArray();
        bytes[31] ^= 1;
        return path.SetItem(index, Digest.FromBytes(bytes));
    }
}
