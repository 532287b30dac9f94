using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>A secure-messaging session of the input-support application: AES-128-CBC, an implicit counter, no checksum (§5.6, one source, measured).</summary>
internal sealed class SecureSession : IDisposable
{
    public const int BlockLength = 16;

    /// <summary>Longest cryptogram of a command that the card takes; ours, the real limit is not known.</summary>
    public const int MaximumCommandLength = 256;

    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _plain = new byte[MaximumCommandLength];
    private uint _number;

    public SecureSession(ReadOnlySpan<byte> key)
    {
        byte[] copy = key.ToArray();
        _aes.Key = copy;
        CryptographicOperations.ZeroMemory(copy);
    }

    /// <summary>Counts a secured command; the first has number 1.</summary>
    public void Advance() => _number++;

    /// <summary>Decrypts command data of the current number and takes the padding off.</summary>
    /// <param name="cryptogram">Whole blocks, at most <see cref="MaximumCommandLength"/> bytes.</param>
    /// <param name="plain">The data, valid until <see cref="Forget"/>.</param>
    /// <returns>Whether the padding was right.</returns>
    public bool TryDecrypt(ReadOnlySpan<byte> cryptogram, out ReadOnlySpan<byte> plain)
    {
        Span<byte> vector = stackalloc byte[BlockLength];
        WriteVector(vector);
        int written = _aes.DecryptCbc(cryptogram, vector, _plain, PaddingMode.None);
        int end = _plain.AsSpan(0, written).LastIndexOfAnyExcept((byte)0x00);
        bool padded = end >= written - BlockLength && end >= 0 && _plain[end] == 0x80;
        plain = padded ? _plain.AsSpan(0, end) : default;
        return padded;
    }

    /// <summary>Length of a padded cryptogram: the padding is always there.</summary>
    public static int PaddedLength(int length) => ((length / BlockLength) + 1) * BlockLength;

    /// <summary>Pads and encrypts answer data of the current number.</summary>
    public void Encrypt(ReadOnlySpan<byte> plain, Span<byte> cryptogram)
    {
        Span<byte> vector = stackalloc byte[BlockLength];
        WriteVector(vector);
        byte[] padded = new byte[PaddedLength(plain.Length)];
        plain.CopyTo(padded);
        padded[plain.Length] = 0x80;
        _ = _aes.EncryptCbc(padded, vector, cryptogram, PaddingMode.None);
        CryptographicOperations.ZeroMemory(padded);
    }

    /// <summary>Zeroes the decrypted command data.</summary>
    public void Forget() => CryptographicOperations.ZeroMemory(_plain);

    public void Dispose()
    {
        Forget();
        _aes.Dispose();
    }

    // IV(N) = AES of N in 16 bytes, big-endian, under the session key.
    private void WriteVector(Span<byte> vector)
    {
        Span<byte> number = stackalloc byte[BlockLength];
        number.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(number[^4..], _number);
        _ = _aes.EncryptEcb(number, vector, PaddingMode.None);
    }
}
