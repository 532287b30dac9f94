using System.Security.Cryptography;

namespace MyNumber.Linkage.Tests.Merkle;

/// <summary>The definitions of RFC 9162 sections 2.1.1 to 2.1.4 as they stand there: recursive, over the data, with nothing of the library.</summary>
internal static class ReferenceTree
{
    public static byte[] Mth(ReadOnlySpan<byte[]> data) => data.Length switch
    {
        0 => SHA256.HashData([]),
        1 => Leaf(data[0]),
        _ => Node(Mth(data[..Split(data.Length)]), Mth(data[Split(data.Length)..])),
    };

    public static List<byte[]> Path(int m, ReadOnlySpan<byte[]> data)
    {
        if (data.Length == 1)
        {
            return [];
        }

        int k = Split(data.Length);
        return m < k ? [.. Path(m, data[..k]), Mth(data[k..])] : [.. Path(m - k, data[k..]), Mth(data[..k])];
    }

    public static List<byte[]> Proof(int m, ReadOnlySpan<byte[]> data) => SubProof(m, data, true);

    /// <summary>Checks a path by going down from the root, the other way round than section 2.1.3.2 does.</summary>
    public static byte[]? RootOf(byte[] leaf, long m, long n, ReadOnlySpan<byte[]> path)
    {
        if (n == 1)
        {
            return path.Length == 0 ? leaf : null;
        }

        if (path.Length == 0)
        {
            return null;
        }

        long k = Split(n);
        byte[]? child = m < k ? RootOf(leaf, m, k, path[..^1]) : RootOf(leaf, m - k, n - k, path[..^1]);
        return child is null ? null : m < k ? Node(child, path[^1]) : Node(path[^1], child);
    }

    /// <summary>Rebuilds both roots from a consistency proof by the recursion of SUBPROOF; null when its length is not the right one.</summary>
    public static (byte[] First, byte[] Second)? RootsOf(byte[] first, long m, long n, bool whole, ReadOnlySpan<byte[]> path)
    {
        if (m == n)
        {
            return whole ? (path.Length == 0 ? (first, first) : null) : path.Length == 1 ? (path[0], path[0]) : null;
        }

        if (path.Length == 0)
        {
            return null;
        }

        long k = Split(n);
        if (m <= k)
        {
            return RootsOf(first, m, k, whole, path[..^1]) is { } left ? (left.First, Node(left.Second, path[^1])) : null;
        }

        return RootsOf(first, m - k, n - k, false, path[..^1]) is { } right ? (Node(path[^1], right.First), Node(path[^1], right.Second)) : null;
    }

    private static List<byte[]> SubProof(int m, ReadOnlySpan<byte[]> data, bool whole)
    {
        int n = data.Length;
        if (m == n)
        {
            return whole ? [] : [Mth(data)];
        }

        int k = Split(n);
        return m <= k ? [.. SubProof(m, data[..k], whole), Mth(data[k..])] : [.. SubProof(m - k, data[k..], false), Mth(data[..k])];
    }

    private static byte[] Leaf(byte[] data) => SHA256.HashData([0, .. data]);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    private static int Split(int n) => (int)Split((long)n);

    private static long Split(long n)
    {
        long k = 1;
        while (2 * k < n)
        {
            k *= 2;
        }

        return k;
    }
}
