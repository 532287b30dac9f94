using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Merkle;

/// <summary>The two hashes of RFC 9162 section 2.1.1. Leaves and nodes start with different bytes, so neither passes as the other.</summary>
public static class MerkleHash
{
    internal const byte LeafPrefix = 0;
    internal const byte NodePrefix = 1;

    private const int ShortData = 256;

    /// <summary>The root of a tree without leaves, SHA-256 of nothing.</summary>
    public static Digest Empty { get; } = Digest.FromBytes(SHA256.HashData([]));

    /// <summary>The hash of a leaf, SHA-256(0x00 ‖ data).</summary>
    /// <param name="data">What the leaf holds; any length.</param>
    /// <returns>The leaf's hash.</returns>
    public static Digest Leaf(ReadOnlySpan<byte> data)
    {
        Span<byte> input = data.Length < ShortData ? stackalloc byte[data.Length + 1] : new byte[data.Length + 1];
        input[0] = LeafPrefix;
        data.CopyTo(input[1..]);
        return Hash(input);
    }

    /// <summary>The hash of a leaf that holds a digest.</summary>
    /// <param name="data">What the leaf holds.</param>
    /// <returns>The leaf's hash.</returns>
    public static Digest Leaf(Digest data)
    {
        Span<byte> input = stackalloc byte[1 + Digest.Length];
        input[0] = LeafPrefix;
        data.WriteTo(input[1..]);
        return Hash(input);
    }

    /// <summary>The hash of a node, SHA-256(0x01 ‖ left ‖ right).</summary>
    /// <param name="left">The left child's hash.</param>
    /// <param name="right">The right child's hash.</param>
    /// <returns>The node's hash.</returns>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> input = stackalloc byte[1 + 2 * Digest.Length];
        input[0] = NodePrefix;
        left.WriteTo(input[1..]);
        right.WriteTo(input[(1 + Digest.Length)..]);
        return Hash(input);
    }

    internal static Digest Hash(ReadOnlySpan<byte> input)
    {
        Digest result = default;
        SHA256.HashData(input, MemoryMarshal.AsBytes(new Span<Digest>(ref result)));
        return result;
    }
}
