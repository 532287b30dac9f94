using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Tests.Merkle;

/// <summary>Digests from a seeded generator.</summary>
internal static class Seeded
{
    public static Digest[] Digests(int count, int seed = 1)
    {
        Random random = new(seed);
        Digest[] digests = new Digest[count];
        Span<byte> bytes = stackalloc byte[Digest.Length];
        for (int i = 0; i < count; i++)
        {
            random.NextBytes(bytes);
            digests[i] = Digest.FromBytes(bytes);
        }

        return digests;
    }

    public static MerkleLog Log(int count, int seed = 1)
    {
        MerkleLog log = new();
        log.Append(Digests(count, seed));
        return log;
    }
}
