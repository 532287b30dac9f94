using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Codes.Blocks;

/// <summary>AES-256 by the processor's own instructions, eight blocks in flight. No table, and no branch or address that depends on key or link; whether a group holds a bad block is a branch.</summary>
internal sealed class LaneEngine<TAes> : ICodeEngine
    where TAes : struct, IAesInstructions
{
    private const int Group = EightBlocks<TAes>.Count;
    private const int Block = Sizes.Block;
    private const int Early = Sizes.Header;

    private readonly Vector128<byte>[] _encryption;
    private readonly Vector128<byte>[] _decryption;

    public LaneEngine(ReadOnlySpan<byte> key)
    {
        if (!TAes.IsSupported)
        {
            throw new PlatformNotSupportedException("This processor lacks the instructions of the lanes.");
        }

        _encryption = AesSchedule.Expand<TAes>(key);
        _decryption = AesSchedule.Invert<TAes>(_encryption);
    }

    public int CarefulChunk => Group;

    private static Vector128<byte> LinkMask => Vector128.Create(0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255);

    public UInt128 Encrypt(UInt128 block)
    {
        Vector128<byte> state = ToVector(block) ^ _encryption[0];
        for (int round = 1; round < AesSchedule.Rounds; round++)
        {
            state = TAes.Round(state, _encryption[round]);
        }

        return ToNumber(TAes.LastRound(state, _encryption[AesSchedule.Rounds]));
    }

    public UInt128 Decrypt(UInt128 block)
    {
        Vector128<byte> state = ToVector(block) ^ _decryption[0];
        for (int round = 1; round < AesSchedule.Rounds; round++)
        {
            state = TAes.InverseRound(state, _decryption[round]);
        }

        return ToNumber(TAes.InverseLastRound(state, _decryption[AesSchedule.Rounds]));
    }

    public void Encrypt(Span<byte> blocks)
    {
        for (; blocks.Length > 0; blocks = blocks[Block..])
        {
            BinaryPrimitives.WriteUInt128BigEndian(blocks, Encrypt(BinaryPrimitives.ReadUInt128BigEndian(blocks)));
        }
    }

    public void Decrypt(Span<byte> blocks)
    {
        for (; blocks.Length > 0; blocks = blocks[Block..])
        {
            BinaryPrimitives.WriteUInt128BigEndian(blocks, Decrypt(BinaryPrimitives.ReadUInt128BigEndian(blocks)));
        }
    }

    public void Derive(UInt128 header, ReadOnlySpan<byte> links, Span<byte> blocks)
    {
        Vector128<byte> start = ToVector(header) ^ _encryption[0];
        int count = blocks.Length / Block;
        int done = Math.Min(count, Group);
        DeriveFew(links, blocks, done, start);
        int groups = (count - done) / Group;
        if (groups > 0)
        {
            DeriveGroups(in links[(done * Sizes.Link) - Early], ref blocks[done * Block], groups, start);
            done += groups * Group;
        }

        DeriveFew(links[(done * Sizes.Link)..], blocks[(done * Block)..], count - done, start);
    }

    public int ConvertGenuine(ICodeEngine target, UInt128 from, UInt128 to, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (target is not LaneEngine<TAes> lanes)
        {
            return 0;
        }

        Vector128<byte> header = ToVector(from);
        Vector128<byte> change = header ^ ToVector(to) ^ lanes._encryption[0];
        int groups = source.Length / (Group * Block);
        int done = 0;
        while (done < groups && ConvertGroup(lanes, in source[done * (Group * Block)], ref destination[done * (Group * Block)], header, change))
        {
            done++;
        }

        return done * Group;
    }

    public void Dispose()
    {
        AesSchedule.Clear(_encryption);
        AesSchedule.Clear(_decryption);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ToVector(UInt128 block) =>
        Vector128.Create(BinaryPrimitives.ReverseEndianness((ulong)(block >> 64)), BinaryPrimitives.ReverseEndianness(unchecked((ulong)block))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 ToNumber(Vector128<byte> block) =>
        new(BinaryPrimitives.ReverseEndianness(block.AsUInt64()[0]), BinaryPrimitives.ReverseEndianness(block.AsUInt64()[1]));

    /// <summary>Up to eight links by way of buffers of the full size: before the first link no six bytes may be read, and after the last no whole group.</summary>
    private void DeriveFew(ReadOnlySpan<byte> links, Span<byte> blocks, int count, Vector128<byte> start)
    {
        if (count == 0)
        {
            return;
        }

        Span<byte> padded = stackalloc byte[Early + (Group * Sizes.Link)];
        Span<byte> made = stackalloc byte[Group * Block];
        padded.Clear();
        links[..(count * Sizes.Link)].CopyTo(padded[Early..]);
        DeriveGroups(in padded[0], ref made[0], 1, start);
        made[..(count * Block)].CopyTo(blocks);
        CryptographicOperations.ZeroMemory(padded);
    }

    /// <summary>Groups of eight links, each loaded with the six bytes before it, which the mask takes away; the header and the first round key come in as one constant. Without tiers, as replacement in mid-loop would keep the blocks in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DeriveGroups(ref readonly byte early, ref byte blocks, int groups, Vector128<byte> start)
    {
        ref Vector128<byte> keys = ref MemoryMarshal.GetArrayDataReference(_encryption);
        unchecked
        {
            for (; groups > 0; groups--)
            {
                Vector128<byte> a = Load(in early, 0, start), b = Load(in early, 1, start), c = Load(in early, 2, start), d = Load(in early, 3, start);
                Vector128<byte> e = Load(in early, 4, start), f = Load(in early, 5, start), g = Load(in early, 6, start), h = Load(in early, 7, start);
                EightBlocks<TAes>.Encrypt(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref keys);
                Store(ref blocks, a, b, c, d);
                Store(ref Unsafe.Add(ref blocks, 4 * Block), e, f, g, h);
                early = ref Unsafe.Add(ref Unsafe.AsRef(in early), Group * Sizes.Link);
                blocks = ref Unsafe.Add(ref blocks, Group * Block);
            }
        }
    }

    /// <summary>Eight codes; nothing is written when one of them does not show the header.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ConvertGroup(LaneEngine<TAes> target, ref readonly byte source, ref byte destination, Vector128<byte> header, Vector128<byte> change)
    {
        unchecked
        {
            Vector128<byte> key = _decryption[0];
            Vector128<byte> a = At(in source, 0) ^ key, b = At(in source, 1) ^ key, c = At(in source, 2) ^ key, d = At(in source, 3) ^ key;
            Vector128<byte> e = At(in source, 4) ^ key, f = At(in source, 5) ^ key, g = At(in source, 6) ^ key, h = At(in source, 7) ^ key;
            EightBlocks<TAes>.Decrypt(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref MemoryMarshal.GetArrayDataReference(_decryption));
            Vector128<byte> other = (a ^ header) | (b ^ header) | (c ^ header) | (d ^ header) | (e ^ header) | (f ^ header) | (g ^ header) | (h ^ header);
            if (Vector128.AndNot(other, LinkMask) != Vector128<byte>.Zero)
            {
                return false;
            }

            (a, b, c, d, e, f, g, h) = (a ^ change, b ^ change, c ^ change, d ^ change, e ^ change, f ^ change, g ^ change, h ^ change);
            EightBlocks<TAes>.Encrypt(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref MemoryMarshal.GetArrayDataReference(target._encryption));
            Store(ref destination, a, b, c, d);
            Store(ref Unsafe.Add(ref destination, 4 * Block), e, f, g, h);
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load(ref readonly byte early, int place, Vector128<byte> start) =>
        (Vector128.LoadUnsafe(in early, (nuint)(place * Sizes.Link)) & LinkMask) ^ start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> At(ref readonly byte source, int place) => Vector128.LoadUnsafe(in source, (nuint)(place * Block));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref byte destination, Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, Vector128<byte> d)
    {
        a.StoreUnsafe(ref destination);
        b.StoreUnsafe(ref destination, Block);
        c.StoreUnsafe(ref destination, 2 * Block);
        d.StoreUnsafe(ref destination, 3 * Block);
    }
}
