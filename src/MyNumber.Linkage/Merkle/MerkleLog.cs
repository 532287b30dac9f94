using System.Collections.Immutable;
using System.Numerics;

namespace MyNumber.Linkage.Merkle;

/// <summary>An append-only Merkle tree (追記専用ログ) of RFC 9162 section 2.1, with the root and the proofs of every size it ever had.</summary>
/// <remarks>
/// <para>It keeps the hashes of leaves and of complete nodes, 64 bytes a leaf, and no data. At most <see cref="MaxSize"/> leaves, a ceiling of this library.</para>
/// <para>Digests that are appended one by one are hashed together, at the latest when the tree is read. Not thread safe, not even for readers alone.</para>
/// </remarks>
public sealed class MerkleLog
{
    /// <summary>The most leaves that one log takes, 2^30.</summary>
    public const int MaxSize = 1 << 30;

    private const int BatchStep = 4096;

    private const int MaxPending = 512;

    private readonly List<DigestColumn> _levels = [new()];
    private readonly Digest[] _pending = new Digest[MaxPending];
    private int _pendingCount;

    /// <summary>How many leaves there are.</summary>
    public long Size => _levels[0].Count + _pendingCount;

    /// <summary>The root over all leaves.</summary>
    public Digest Root => RootAt(Size);

    /// <summary>Appends a leaf that holds a digest, such as a commitment.</summary>
    /// <param name="data">What the leaf holds; it is hashed as a leaf here.</param>
    /// <returns>The leaf's index.</returns>
    /// <exception cref="InvalidOperationException">The log is full.</exception>
    public long Append(Digest data)
    {
        RequireRoom(1);
        _pending[_pendingCount++] = data;
        if (_pendingCount == MaxPending)
        {
            Flush();
        }

        return Size - 1;
    }

    /// <summary>Appends a leaf that holds bytes.</summary>
    /// <param name="data">What the leaf holds; any length.</param>
    /// <returns>The leaf's index.</returns>
    /// <exception cref="InvalidOperationException">The log is full.</exception>
    public long Append(ReadOnlySpan<byte> data)
    {
        RequireRoom(1);
        Flush();
        _levels[0].Add(MerkleHash.Leaf(data));
        Complete(Sha256Path.Best);
        return Size - 1;
    }

    /// <summary>Appends many leaves; the log is then as if they had been appended one by one.</summary>
    /// <param name="data">What the leaves hold.</param>
    /// <returns>The index of the first.</returns>
    /// <exception cref="InvalidOperationException">The log would be more than full; then nothing is appended.</exception>
    public long Append(ReadOnlySpan<Digest> data) => Append(data, Sha256Path.Best);

    /// <summary>The hash of a leaf.</summary>
    /// <param name="index">The leaf's index.</param>
    /// <returns>SHA-256(0x00 ‖ data).</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public Digest LeafAt(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        Flush();
        return _levels[0][index];
    }

    /// <summary>The root at this or an earlier size.</summary>
    /// <param name="size">A number of leaves, 0 to <see cref="Size"/>.</param>
    /// <returns>The root that the log had then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The log never had that size.</exception>
    public Digest RootAt(long size)
    {
        RequireSize(size);
        return size == 0 ? MerkleHash.Empty : Subtree(0, size);
    }

    /// <summary>Proves that a leaf is in the log (包含証明).</summary>
    /// <param name="index">The leaf's index.</param>
    /// <param name="size">The size for whose root it is proved.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The log never had that size, or then not that leaf.</exception>
    public InclusionProof ProveInclusion(long index, long size)
    {
        RequireSize(size);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        List<Digest> path = [];
        (long low, long high) = (0, size);
        while (high - low > 1)
        {
            long middle = low + Split(high - low);
            path.Add(index < middle ? Subtree(middle, high) : Subtree(low, middle));
            (low, high) = index < middle ? (low, middle) : (middle, high);
        }

        path.Reverse();
        return new InclusionProof(index, size, [.. path]);
    }

    /// <summary>Proves that the log of an earlier size is a beginning of a later one (整合性証明).</summary>
    /// <param name="first">The earlier size.</param>
    /// <param name="second">The later size; may be the same.</param>
    /// <returns>The proof; without nodes when the earlier size is zero or the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The log never had such sizes, or they are in the wrong order.</exception>
    public ConsistencyProof ProveConsistency(long first, long second)
    {
        RequireSize(second);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        return new ConsistencyProof(first, second, first == 0 || first == second ? [] : ConsistencyPath(first, second));
    }

    internal long Append(ReadOnlySpan<Digest> data, Sha256Path path)
    {
        RequireRoom(data.Length);
        Flush();
        long index = Size;
        Grow(data, path);
        return index;
    }

    private static long Split(long width) => 1L << BitOperations.Log2((ulong)(width - 1));

    private void Flush()
    {
        int count = _pendingCount;
        _pendingCount = 0;
        Grow(_pending.AsSpan(0, count), Sha256Path.Best);
    }

    private void Grow(ReadOnlySpan<Digest> data, Sha256Path path)
    {
        for (ReadOnlySpan<Digest> rest = data; rest.Length > 0;)
        {
            int step = Math.Min(rest.Length, BatchStep);
            Sha256Lanes.Leaves(rest[..step], _levels[0].Extend(step), path);
            Complete(path);
            rest = rest[step..];
        }
    }

    private void Complete(Sha256Path path)
    {
        for (int level = 0; _levels[level].Count > 1; level++)
        {
            DigestColumn above = LevelAbove(level);
            int more = _levels[level].Count / 2 - above.Count;
            if (more == 0)
            {
                return;
            }

            ReadOnlySpan<Digest> children = _levels[level].From(2 * above.Count);
            Sha256Lanes.Nodes(children[..(2 * more)], above.Extend(more), path);
        }
    }

    private DigestColumn LevelAbove(int level)
    {
        if (level + 1 == _levels.Count)
        {
            _levels.Add(new DigestColumn());
        }

        return _levels[level + 1];
    }

    private ImmutableArray<Digest> ConsistencyPath(long first, long second)
    {
        List<Digest> path = [];
        (long low, long high, bool whole) = (0, second, true);
        while (first != high)
        {
            long middle = low + Split(high - low);
            if (first <= middle)
            {
                path.Add(Subtree(middle, high));
                high = middle;
            }
            else
            {
                path.Add(Subtree(low, middle));
                (low, whole) = (middle, false);
            }
        }

        if (!whole)
        {
            path.Add(Subtree(low, high));
        }

        path.Reverse();
        return [.. path];
    }

    /// <summary>The hash over leaves from a start that the widest complete part of the width divides.</summary>
    private Digest Subtree(long low, long high)
    {
        long width = high - low;
        int level = BitOperations.TrailingZeroCount(width);
        Digest hash = _levels[level][(high >> level) - 1];
        for (width &= width - 1; width != 0; width &= width - 1)
        {
            level = BitOperations.TrailingZeroCount(width);
            hash = MerkleHash.Node(_levels[level][((low + width) >> level) - 1], hash);
        }

        return hash;
    }

    private void RequireSize(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        Flush();
    }

    private void RequireRoom(int more)
    {
        if (Size + more > MaxSize)
        {
            throw new InvalidOperationException("The log is full.");
        }
    }
}
