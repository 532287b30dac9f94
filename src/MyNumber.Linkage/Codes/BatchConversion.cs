using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Linkage.Codes.Blocks;

namespace MyNumber.Linkage.Codes;

/// <summary>One conversion of a batch: groups of genuine codes go the fast way, and a group with another code in it goes block by block.</summary>
internal ref struct BatchConversion(ICodeEngine source, ICodeEngine target, CodeBlockLayout layout, CodeMove move, Span<RefusedCode> refused)
{
    private const int Block = AgencyCode.BlockLength;
    private const int MaximumChunk = 256;

    private readonly Span<RefusedCode> _refused = refused;
    private int _done;
    private int _count;

    public int Run(ReadOnlySpan<byte> blocks, Span<byte> converted)
    {
        Span<byte> plain = stackalloc byte[source.CarefulChunk * Block];
        UInt128 from = layout.Header(move.From, move.FromEpoch);
        UInt128 to = layout.Header(move.To, move.ToEpoch);
        while (true)
        {
            _done += source.ConvertGenuine(target, from, to, blocks[(_done * Block)..], converted[(_done * Block)..]);
            int rest = (blocks.Length / Block) - _done;
            if (rest == 0)
            {
                CryptographicOperations.ZeroMemory(plain);
                return _count;
            }

            Span<byte> chunk = plain[..(Math.Min(rest, source.CarefulChunk) * Block)];
            blocks.Slice(_done * Block, chunk.Length).CopyTo(chunk);
            Careful(chunk, to);
            chunk.CopyTo(converted[(_done * Block)..]);
            _done += chunk.Length / Block;
        }
    }

    private void Careful(scoped Span<byte> chunk, UInt128 to)
    {
        Span<bool> good = stackalloc bool[MaximumChunk];
        source.Decrypt(chunk);
        for (int i = 0; i < chunk.Length / Block; i++)
        {
            Span<byte> block = chunk.Slice(i * Block, Block);
            UInt128 plain = BinaryPrimitives.ReadUInt128BigEndian(block);
            CodeVerdict verdict = layout.Judge(plain, move.From, move.FromEpoch);
            good[i] = verdict == CodeVerdict.Genuine;
            BinaryPrimitives.WriteUInt128BigEndian(block, good[i] ? to | layout.Link(plain) : 0);
            if (!good[i])
            {
                Refuse(_done + i, verdict);
            }
        }

        target.Encrypt(chunk);
        for (int i = 0; i < chunk.Length / Block; i++)
        {
            if (!good[i])
            {
                chunk.Slice(i * Block, Block).Clear();
            }
        }
    }

    private void Refuse(int index, CodeVerdict verdict)
    {
        if (_count < _refused.Length)
        {
            _refused[_count] = new RefusedCode(index, verdict);
        }

        _count++;
    }
}
