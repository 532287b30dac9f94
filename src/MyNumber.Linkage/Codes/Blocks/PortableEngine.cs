using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Codes.Blocks;

/// <summary>The platform's AES over many blocks a call; the twin of the lanes, for every machine.</summary>
internal sealed class PortableEngine(ReadOnlySpan<byte> key) : ICodeEngine
{
    private const int Chunk = 1024;

    private readonly AesObjects _objects = new(key);

    public int CarefulChunk => 256;

    public UInt128 Encrypt(UInt128 block)
    {
        Span<byte> bytes = stackalloc byte[Sizes.Block];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, block);
        Encrypt(bytes);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    public UInt128 Decrypt(UInt128 block)
    {
        Span<byte> bytes = stackalloc byte[Sizes.Block];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, block);
        Decrypt(bytes);
        UInt128 plain = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return plain;
    }

    public void Encrypt(Span<byte> blocks)
    {
        Aes aes = _objects.Rent();
        aes.EncryptEcb(blocks, blocks, PaddingMode.None);
        _objects.Return(aes);
    }

    public void Decrypt(Span<byte> blocks)
    {
        Aes aes = _objects.Rent();
        aes.DecryptEcb(blocks, blocks, PaddingMode.None);
        _objects.Return(aes);
    }

    public void Derive(UInt128 header, ReadOnlySpan<byte> links, Span<byte> blocks)
    {
        Span<byte> head = stackalloc byte[Sizes.Block];
        BinaryPrimitives.WriteUInt128BigEndian(head, header);
        head = head[..Sizes.Header];
        Aes aes = _objects.Rent();
        while (blocks.Length > 0)
        {
            Span<byte> chunk = blocks[..Math.Min(blocks.Length, Chunk * Sizes.Block)];
            for (int at = 0; at < chunk.Length; at += Sizes.Block)
            {
                head.CopyTo(chunk[at..]);
                links[..Sizes.Link].CopyTo(chunk[(at + head.Length)..]);
                links = links[Sizes.Link..];
            }

            aes.EncryptEcb(chunk, chunk, PaddingMode.None);
            blocks = blocks[chunk.Length..];
        }

        _objects.Return(aes);
    }

    public int ConvertGenuine(ICodeEngine target, UInt128 from, UInt128 to, ReadOnlySpan<byte> source, Span<byte> destination) => 0;

    public void Dispose() => _objects.Dispose();
}
