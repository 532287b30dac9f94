using MyNumber.Card.Emulation.Access;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>A transparent EF: content, then FF up to the physical size.</summary>
internal sealed class TransparentFile : CardFile
{
    private const byte Filler = 0xFF;
    private const int GrowthStep = 256;
    private readonly int _size;
    private byte[] _physical;

    public TransparentFile(ushort id, string path, AccessRules access, string contentName, int size)
        : base(id, FileKind.Transparent, path, access)
    {
        ContentName = contentName;
        _size = size;
        _physical = Blank(size);
    }

    /// <summary>Which content of the person or the issuer goes here.</summary>
    public string ContentName { get; }

    /// <summary>All bytes that READ BINARY can reach, filler included.</summary>
    public ReadOnlySpan<byte> Physical => _physical;

    /// <summary>Replaces the content. Content beyond the declared size makes the file grow to the next multiple of 256.</summary>
    public void Store(ReadOnlySpan<byte> content)
    {
        int size = content.Length <= _size ? _size : (content.Length + GrowthStep - 1) / GrowthStep * GrowthStep;
        byte[] physical = Blank(size);
        content.CopyTo(physical);
        _physical = physical;
    }

    /// <summary>Overwrites bytes in place; the file neither grows nor shrinks.</summary>
    public void Update(int offset, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_physical.AsSpan(offset, bytes.Length));

    /// <summary>Replaces all bytes, filler included, by saved ones.</summary>
    public void Restore(ReadOnlySpan<byte> physical) => _physical = physical.ToArray();

    private static byte[] Blank(int size)
    {
        byte[] bytes = new byte[size];
        bytes.AsSpan().Fill(Filler);
        return bytes;
    }
}
