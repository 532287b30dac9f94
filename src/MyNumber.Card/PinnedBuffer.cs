using System.Security.Cryptography;

namespace MyNumber.Card;

/// <summary>Bytes that the garbage collector does not move and that are zero after <see cref="Dispose"/>; for PINs and the commands that carry them.</summary>
internal sealed class PinnedBuffer : IDisposable
{
    private readonly byte[] _bytes;

    public PinnedBuffer(int length) => _bytes = GC.AllocateArray<byte>(length, pinned: true);

    public Memory<byte> Memory => _bytes;

    public Span<byte> Span => _bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
