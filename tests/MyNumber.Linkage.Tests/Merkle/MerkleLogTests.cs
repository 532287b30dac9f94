using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Tests.Merkle;

public sealed class MerkleLogTests
{
    public static TheoryData<string, object> Paths => Sha256LanesTests.Paths;

    [SkippableTheory]
    [MemberData(nameof(Paths))]
    public void Batches_give_the_roots_of_single_appends(string description, object path)
    {
        Skip.IfNot(Sha256Lanes.Runs((Sha256Path)path), description);
        Digest[] data = Seeded.Digests(20_000);
        MerkleLog single = new();
        MerkleLog batch = new();
        Random random = new(3);
        while (batch.Size < data.Length)
        {
            int more = (int)Math.Min(random.Next(3) == 0 ? random.Next(6_000) : random.Next(20), data.Length - batch.Size);
            batch.Append(data.AsSpan((int)batch.Size, more), (Sha256Path)path).ShouldBe(single.Size);
            for (int i = 0; i < more; i++)
            {
                single.Append(data[single.Size]);
            }

            batch.Root.ShouldBe(single.Root);
        }

        Enumerable.Range(0, 300).ShouldAllBe(size => batch.RootAt(size) == single.RootAt(size));
    }

    [Fact]
    public void Single_appends_follow_a_batch()
    {
        Digest[] data = Seeded.Digests(77);
        MerkleLog mixed = new();
        mixed.Append(data.AsSpan(0, 37));
        mixed.Append(data[37]).ShouldBe(37);
        mixed.Append(data.AsSpan(38));
        mixed.Root.ShouldBe(Seeded.Log(77).Root);
        mixed.LeafAt(37).ShouldBe(MerkleHash.Leaf(data[37]));
    }

    [Fact]
    public void Roots_are_those_of_the_definition()
    {
        Digest[] data = Seeded.Digests(300);
        byte[][] bytes = [.. data.Select(digest => digest.ToArray())];
        MerkleLog log = Seeded.Log(300);
        for (int size = 0; size <= data.Length; size++)
        {
            log.RootAt(size).ToArray().ShouldBe(ReferenceTree.Mth(bytes.AsSpan(0, size)));
        }
    }

    [Theory]
    [InlineData("negative", -1)]
    [InlineData("one past the end", 9)]
    [InlineData("far past the end", long.MaxValue)]
    public void Size_outside_is_refused(string description, long size)
    {
        MerkleLog log = Seeded.Log(8);
        Should.Throw<ArgumentOutOfRangeException>(() => log.RootAt(size), description);
        Should.Throw<ArgumentOutOfRangeException>(() => log.ProveInclusion(0, size), description);
        Should.Throw<ArgumentOutOfRangeException>(() => log.ProveInclusion(size, 8), description);
        Should.Throw<ArgumentOutOfRangeException>(() => log.ProveConsistency(size, 8), description);
        Should.Throw<ArgumentOutOfRangeException>(() => log.ProveConsistency(0, size), description);
        Should.Throw<ArgumentOutOfRangeException>(() => log.LeafAt(size), description);
    }

    [Fact]
    public void Sizes_in_the_wrong_order_and_a_leaf_that_was_not_there_yet_are_refused()
    {
        MerkleLog log = Seeded.Log(8);
        Should.Throw<ArgumentOutOfRangeException>(() => log.ProveConsistency(5, 4));
        Should.Throw<ArgumentOutOfRangeException>(() => log.ProveInclusion(4, 4));
        Should.Throw<ArgumentOutOfRangeException>(() => log.ProveInclusion(0, 0));
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("one short", 31)]
    [InlineData("one more", 33)]
    public void Digest_of_another_length_is_refused(string description, int length)
    {
        Should.Throw<ArgumentException>(() => Digest.FromBytes(new byte[length]), description);
        if (length < Digest.Length)
        {
            Should.Throw<ArgumentException>(() => default(Digest).WriteTo(new byte[length]), description);
        }
    }

    [Fact]
    public void Digests_are_ordered_by_their_bytes()
    {
        byte[] low = new byte[32];
        byte[] high = new byte[32];
        (low[31], high[0]) = (255, 1);
        Digest.FromBytes(low).CompareTo(Digest.FromBytes(high)).ShouldBeLessThan(0);
        (Digest.FromBytes(low) == Digest.FromBytes(high), default(Digest).IsZero).ShouldBe((false, true));
    }
}
