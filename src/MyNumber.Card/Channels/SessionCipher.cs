using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.Card.Channels;

/// <summary>The cipher of a secure-messaging session: AES-128-CBC, padding 80 00…, initial value = the encrypted counter. No MAC exists.</summary>
internal sealed class SessionCipher : IDisposable
{
    public const int KeyLength = 16;
    private const int Block = 16;
    private readonly Aes _aes = Aes.Create();
    private ulong _counter = 1;

    public SessionCipher(ReadOnlySpan<byte> key) => _aes.SetKey(key);

    public static int EncryptedLength(int plain) => ((plain / Block) + 1) * Block;

    /// <summary>Goes to the next command; both directions of one command share a counter value.</summary>
    public void Advance() => _counter++;

    public void Encrypt(ReadOnlySpan<byte> plain, Span<byte> destination)
    {
        using PinnedBuffer padded = new(EncryptedLength(plain.Length));
        plain.CopyTo(padded.Span);
        padded.Span[plain.Length] = 0x80;
        Span<byte> initial = stackalloc byte[Block];
        WriteInitial(initial);
        _aes.EncryptCbc(padded.Span, initial, destination, PaddingMode.None);
    }

    /// <summary>Decrypts in place.</summary>
    /// <returns>The length of the plain bytes, or −1 when there is no padding.</returns>
    public int Decrypt(Span<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Length % Block != 0)
        {
            return -1;
        }

        Span<byte> initial = stackalloc byte[Block];
        WriteInitial(initial);
        using PinnedBuffer plain = new(bytes.Length);
        _aes.DecryptCbc(bytes, initial, plain.Span, PaddingMode.None);
        plain.Span.CopyTo(bytes);
        int last = bytes.LastIndexOfAnyExcept((byte)0);
        return last >= bytes.Length - Block && bytes[last] == 0x80 ? last : -1;
    }

    public void Dispose() => _aes.Dispose();

    private void WriteInitial(Span<byte> initial)
    {
        Span<byte> counter = stackalloc byte[Block];
        counter.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(counter[8..], _counter);
        _aes.EncryptEcb(counter, initial, PaddingMode.None);
    }
}
