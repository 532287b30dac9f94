using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Tests.Merkle;

public sealed class Sha256LanesTests
{
    private const string TwoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

    public static TheoryData<string, object> Paths => new()
    {
        { "eight lanes", Sha256Path.EightLanes },
        { "four lanes", Sha256Path.FourLanes },
        { "one by one", Sha256Path.OneByOne },
    };

    [Theory]
    [InlineData("FIPS 180-4, one block", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("nothing", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("FIPS 180-4, two blocks", TwoBlocks, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void Lanes_give_the_published_digest(string description, string message, string digest)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(message);
        Digest[] hashes = new Digest[8];
        Sha256Lanes.Messages<EightLaneWords, Vector256<uint>>(Repeat(bytes, 8), bytes.Length, hashes);
        hashes.ShouldAllBe(hash => hash.ToString() == digest, description);
        hashes = new Digest[4];
        Sha256Lanes.Messages<FourLaneWords, Vector128<uint>>(Repeat(bytes, 4), bytes.Length, hashes);
        hashes.ShouldAllBe(hash => hash.ToString() == digest, description);
    }

    [Fact]
    public void Lanes_agree_with_the_platform_on_lengths_around_the_block()
    {
        Random random = new(5);
        for (int length = 0; length < 200; length++)
        {
            byte[] messages = new byte[8 * length];
            random.NextBytes(messages);
            Digest[] hashes = new Digest[8];
            Sha256Lanes.Messages<EightLaneWords, Vector256<uint>>(messages, length, hashes);
            for (int lane = 0; lane < 8; lane++)
            {
                hashes[lane].ToArray().ShouldBe(SHA256.HashData(messages.AsSpan(lane * length, length)));
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Paths))]
    public void Million_random_nodes_and_leaves_agree_with_the_platform(string description, object path)
    {
        Skip.IfNot(Sha256Lanes.Runs((Sha256Path)path), description);
        Digest[] data = Seeded.Digests(700_004);
        Digest[] leaves = new Digest[data.Length];
        Digest[] nodes = new Digest[data.Length / 2];
        Sha256Lanes.Leaves(data, leaves, (Sha256Path)path);
        Sha256Lanes.Nodes(data, nodes, (Sha256Path)path);
        int wrong = 0;
        byte[] leaf = new byte[33];
        byte[] node = new byte[65];
        node[0] = 1;
        for (int i = 0; i < data.Length; i++)
        {
            data[i].WriteTo(leaf.AsSpan(1));
            wrong += Digest.FromBytes(SHA256.HashData(leaf)) == leaves[i] ? 0 : 1;
            data[i].WriteTo(node.AsSpan(1 + 32 * (i % 2)));
            wrong += i % 2 == 0 || Digest.FromBytes(SHA256.HashData(node)) == nodes[i / 2] ? 0 : 1;
        }

        wrong.ShouldBe(0);
    }

    private static byte[] Repeat(byte[] message, int times) => [.. Enumerable.Repeat(message, times).SelectMany(bytes => bytes)];
}
