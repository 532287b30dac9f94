using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Intermediate;

/// <summary>The key of one body's space: what the body stores is sealed with it, and where it lies is hashed with it, so that neither the store nor another body can read or find it.</summary>
/// <remarks>AES-256-GCM with random nonces and HMAC-SHA-256, two keys from one by HKDF. Thread safe. The owner disposes it; then its keys are zeroed.</remarks>
public sealed class BodyCipher : IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int KeyLength = 32;

    private readonly ConcurrentBag<AesGcm> _idle = [];
    private readonly byte[] _sealing = GC.AllocateUninitializedArray<byte>(KeyLength, pinned: true);
    private readonly byte[] _placing = GC.AllocateUninitializedArray<byte>(KeyLength, pinned: true);
    private volatile bool _disposed;

    /// <summary>Makes the cipher of a body.</summary>
    /// <param name="body">Whose space.</param>
    /// <param name="key">32 bytes, copied; the caller clears them.</param>
    /// <exception cref="ArgumentException">The body is empty or the key has another length.</exception>
    public BodyCipher(AgencyId body, ReadOnlySpan<byte> key)
    {
        if (body.IsEmpty || key.Length != KeyLength)
        {
            throw new ArgumentException("A body's cipher needs a body and a key of 32 bytes.", nameof(key));
        }

        Body = body;
        Derive(key, "seal", _sealing);
        Derive(key, "place", _placing);
    }

    /// <summary>Whose space.</summary>
    public AgencyId Body { get; }

    /// <summary>Zeroes the keys.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_sealing);
        CryptographicOperations.ZeroMemory(_placing);
        while (_idle.TryTake(out AesGcm? cipher))
        {
            cipher.Dispose();
        }
    }

    internal BodyRowKey Place(BodyTable table, ReadOnlySpan<byte> about)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Span<byte> text = stackalloc byte[1 + about.Length];
        text[0] = (byte)table;
        about.CopyTo(text[1..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_placing, text, hash);
        CryptographicOperations.ZeroMemory(text);
        return new BodyRowKey(table, BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    internal BodyRow Seal(BodyRowKey key, long version, ReadOnlySpan<byte> clear)
    {
        byte[] row = new byte[NonceLength + clear.Length + TagLength];
        RandomNumberGenerator.Fill(row.AsSpan(0, NonceLength));
        Span<byte> about = stackalloc byte[AboutLength];
        WriteAbout(key, version, about);
        AesGcm cipher = Rent();
        cipher.Encrypt(row.AsSpan(0, NonceLength), clear, row.AsSpan(NonceLength, clear.Length), row.AsSpan(NonceLength + clear.Length), about);
        Return(cipher);
        return new BodyRow(key, version, row);
    }

    /// <summary>Opens a row; the array is the caller's to clear.</summary>
    /// <exception cref="CryptographicException">The row is not what this body sealed at this place.</exception>
    internal byte[] Open(BodyRow row)
    {
        ReadOnlySpan<byte> bytes = row.Sealed.Span;
        if (bytes.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("A sealed row is cut off.");
        }

        byte[] clear = new byte[bytes.Length - NonceLength - TagLength];
        Span<byte> about = stackalloc byte[AboutLength];
        WriteAbout(row.Key, row.Version, about);
        AesGcm cipher = Rent();
        try
        {
            cipher.Decrypt(bytes[..NonceLength], bytes[NonceLength..^TagLength], bytes[^TagLength..], clear, about);
        }
        finally
        {
            Return(cipher);
        }

        return clear;
    }

    private const int AboutLength = 4 + 1 + 16 + 8;

    /// <summary>Body, table, tag and version go into the seal, so that no row can be moved or made to look newer.</summary>
    private void WriteAbout(BodyRowKey key, long version, Span<byte> about)
    {
        BinaryPrimitives.WriteInt32BigEndian(about, Body.Value);
        about[4] = (byte)key.Table;
        BinaryPrimitives.WriteUInt128BigEndian(about[5..], key.Tag);
        BinaryPrimitives.WriteInt64BigEndian(about[21..], version);
    }

    private void Derive(ReadOnlySpan<byte> key, string use, Span<byte> destination) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, destination, salt: [], info: Encoding.ASCII.GetBytes($"MyNumber.Linkage/body/{Body}/{use}/v1"));

    private AesGcm Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _idle.TryTake(out AesGcm? cipher) ? cipher : new AesGcm(_sealing, TagLength);
    }

    private void Return(AesGcm cipher)
    {
        if (_disposed)
        {
            cipher.Dispose();
        }
        else
        {
            _idle.Add(cipher);
        }
    }
}
