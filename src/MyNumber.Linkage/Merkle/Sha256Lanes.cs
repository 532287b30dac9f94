using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MyNumber.Linkage.Merkle;

/// <summary>Hashes of many leaves or nodes, several in step where the machine has vectors.</summary>
internal static class Sha256Lanes
{
    private const int BlockWords = 16;
    private const int StateWords = 8;
    private const int BlockBytes = 64;
    private const uint Padding = 0x80;

    public static bool Runs(Sha256Path path) => path switch
    {
        Sha256Path.EightLanes => Vector256.IsHardwareAccelerated,
        Sha256Path.FourLanes => Vector128.IsHardwareAccelerated,
        _ => true,
    };

    public static Sha256Path Resolve(Sha256Path path) => path switch
    {
        not Sha256Path.Best => path,
        _ when Runs(Sha256Path.EightLanes) => Sha256Path.EightLanes,
        _ when Runs(Sha256Path.FourLanes) => Sha256Path.FourLanes,
        _ => Sha256Path.OneByOne,
    };

    /// <summary>Leaf hashes of digests.</summary>
    public static void Leaves(ReadOnlySpan<Digest> data, Span<Digest> hashes, Sha256Path path)
    {
        int done = Resolve(path) switch
        {
            Sha256Path.EightLanes => Groups<EightLaneWords, Vector256<uint>>(data, 1, hashes),
            Sha256Path.FourLanes => Groups<FourLaneWords, Vector128<uint>>(data, 1, hashes),
            _ => 0,
        };
        for (int i = done; i < data.Length; i++)
        {
            hashes[i] = MerkleHash.Leaf(data[i]);
        }
    }

    /// <summary>Node hashes of pairs that stand one behind the other.</summary>
    public static void Nodes(ReadOnlySpan<Digest> children, Span<Digest> hashes, Sha256Path path)
    {
        int done = Resolve(path) switch
        {
            Sha256Path.EightLanes => Groups<EightLaneWords, Vector256<uint>>(children, 2, hashes),
            Sha256Path.FourLanes => Groups<FourLaneWords, Vector128<uint>>(children, 2, hashes),
            _ => 0,
        };
        for (int i = done; i < hashes.Length; i++)
        {
            hashes[i] = MerkleHash.Node(children[2 * i], children[2 * i + 1]);
        }
    }

    /// <summary>SHA-256 of messages of one length, one after the other, as many as there are lanes.</summary>
    internal static void Messages<TOps, TWords>(ReadOnlySpan<byte> messages, int length, Span<Digest> hashes)
        where TOps : struct, ILaneWords<TWords>
        where TWords : struct
    {
        Span<byte> padded = new byte[(length + 8) / BlockBytes * BlockBytes + BlockBytes];
        Span<uint> block = stackalloc uint[BlockWords * TOps.Lanes];
        Span<uint> state = stackalloc uint[StateWords * TOps.Lanes];
        Span<uint> schedule = stackalloc uint[Sha256Kernel<TOps, TWords>.Rounds * TOps.Lanes];
        Sha256Kernel<TOps, TWords>.Start(state);
        for (int offset = 0; offset < padded.Length; offset += BlockBytes)
        {
            for (int lane = 0; lane < TOps.Lanes; lane++)
            {
                padded.Clear();
                messages.Slice(lane * length, length).CopyTo(padded);
                padded[length] = (byte)Padding;
                BinaryPrimitives.WriteUInt64BigEndian(padded[^8..], 8 * (ulong)length);
                for (int word = 0; word < BlockWords; word++)
                {
                    block[word * TOps.Lanes + lane] = BinaryPrimitives.ReadUInt32BigEndian(padded[(offset + 4 * word)..]);
                }
            }

            Sha256Kernel<TOps, TWords>.Compress(state, block, schedule);
        }

        Write<TOps, TWords>(state, hashes);
    }

    /// <summary>Whole groups of lanes; a message is a prefix byte and one digest (a leaf) or two (a node).</summary>
    private static int Groups<TOps, TWords>(ReadOnlySpan<Digest> data, int digests, Span<Digest> hashes)
        where TOps : struct, ILaneWords<TWords>
        where TWords : struct
    {
        int groups = hashes.Length / TOps.Lanes;
        Span<uint> block = stackalloc uint[BlockWords * TOps.Lanes];
        Span<uint> last = stackalloc uint[BlockWords * TOps.Lanes];
        Span<uint> state = stackalloc uint[StateWords * TOps.Lanes];
        Span<uint> schedule = stackalloc uint[Sha256Kernel<TOps, TWords>.Rounds * TOps.Lanes];
        Prepare(block, TOps.Lanes, 1 + Digest.Length);
        Prepare(last, TOps.Lanes, 1 + 2 * Digest.Length);
        for (int group = 0; group < groups; group++)
        {
            ReadOnlySpan<byte> input = MemoryMarshal.AsBytes(data.Slice(group * digests * TOps.Lanes, digests * TOps.Lanes));
            Sha256Kernel<TOps, TWords>.Start(state);
            FillFirst(input, digests, TOps.Lanes, block);
            Sha256Kernel<TOps, TWords>.Compress(state, block, schedule);
            if (digests == 2)
            {
                FillLast(input, TOps.Lanes, last);
                Sha256Kernel<TOps, TWords>.Compress(state, last, schedule);
            }

            Write<TOps, TWords>(state, hashes.Slice(group * TOps.Lanes, TOps.Lanes));
        }

        return groups * TOps.Lanes;
    }

    private static void Prepare(Span<uint> block, int lanes, int length)
    {
        block.Clear();
        block[((BlockWords - 1) * lanes)..].Fill(8 * (uint)length);
    }

    /// <summary>Message words straddle the digests' words by the one byte of the prefix.</summary>
    private static void FillFirst(ReadOnlySpan<byte> input, int digests, int lanes, Span<uint> block)
    {
        int length = digests * Digest.Length;
        int words = length / sizeof(uint);
        for (int lane = 0; lane < lanes; lane++)
        {
            ReadOnlySpan<byte> message = input.Slice(lane * length, length);
            uint prefix = digests == 1 ? MerkleHash.LeafPrefix : MerkleHash.NodePrefix;
            block[lane] = (prefix << 24) | (BinaryPrimitives.ReadUInt32BigEndian(message) >> 8);
            for (int word = 1; word < words; word++)
            {
                block[word * lanes + lane] = BinaryPrimitives.ReadUInt32BigEndian(message[(4 * word - 1)..]);
            }

            if (digests == 1)
            {
                block[words * lanes + lane] = ((uint)message[^1] << 24) | (Padding << 16);
            }
        }
    }

    private static void FillLast(ReadOnlySpan<byte> input, int lanes, Span<uint> block)
    {
        for (int lane = 0; lane < lanes; lane++)
        {
            block[lane] = ((uint)input[(lane + 1) * 2 * Digest.Length - 1] << 24) | (Padding << 16);
        }
    }

    private static void Write<TOps, TWords>(ReadOnlySpan<uint> state, Span<Digest> hashes)
        where TOps : struct, ILaneWords<TWords>
        where TWords : struct
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(hashes);
        for (int lane = 0; lane < TOps.Lanes; lane++)
        {
            for (int word = 0; word < StateWords; word++)
            {
                BinaryPrimitives.WriteUInt32BigEndian(bytes[(Digest.Length * lane + 4 * word)..], state[word * TOps.Lanes + lane]);
            }
        }
    }
}
