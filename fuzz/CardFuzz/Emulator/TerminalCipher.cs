using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.CardFuzz.Emulator;

/// <summary>The terminal's half of secure messaging, written from the description: AES-128-CBC, initial value = the encrypted counter, padding 80 00….</summary>
internal sealed class TerminalCipher : IDisposable
{
    private readonly Aes _aes = Aes.Create();

    public TerminalCipher(byte[] key) => _aes.Key = key;

    /// <summary>How many protected commands were sent; the card's counter is at most this.</summary>
    public uint Sent { get; set; }

    /// <summary>Object 86 with the next counter.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> plain)
    {
        byte[] padded = new byte[((plain.Length / 16) + 1) * 16];
        plain.CopyTo(padded);
        padded[plain.Length] = 0x80;
        byte[] cryptogram = _aes.EncryptCbc(padded, Vector(Sent + 1), PaddingMode.None);
        return [0x86, (byte)(cryptogram.Length + 1), 0x01, .. cryptogram];
    }

    /// <summary>Opens an answer; the first block under each counter that the card may have.</summary>
    public IEnumerable<byte[]> Open(byte[] data)
    {
        int head = data is [0x86, 0x82, ..] ? 5 : data is [0x86, 0x81, ..] ? 4 : data is [0x86, ..] ? 3 : 0;
        if (head == 0 || data.Length <= head || (data.Length - head) % 16 != 0)
        {
            yield break;
        }

        for (uint counter = Sent > 3 ? Sent - 3 : 0; counter <= Sent; counter++)
        {
            yield return _aes.DecryptCbc(data.AsSpan(head), Vector(counter), PaddingMode.None);
        }
    }

    public void Dispose() => _aes.Dispose();

    private byte[] Vector(uint counter)
    {
        byte[] block = new byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(12), counter);
        return _aes.EncryptEcb(block, PaddingMode.None);
    }
}
