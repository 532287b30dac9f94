using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Audit;

/// <summary>Makes audit tags: the first sixteen bytes of HMAC-SHA-256 over label, link code and year, under a key of its own.</summary>
/// <remarks>Thread safe until disposed of. The key is copied into pinned memory and zeroed by <see cref="Dispose"/>.</remarks>
public sealed class AuditTagger : IDisposable
{
    /// <summary>Bytes of the key.</summary>
    public const int KeyLength = 32;

    private readonly byte[] _key = GC.AllocateUninitializedArray<byte>(KeyLength, pinned: true);
    private bool _disposed;

    /// <summary>Takes the key.</summary>
    /// <param name="key">32 bytes; copied, the caller zeroes them.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public AuditTagger(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyLength)
        {
            throw new ArgumentException("The key has 32 bytes.", nameof(key));
        }

        key.CopyTo(_key);
    }

    private static ReadOnlySpan<byte> Label => "MyNumber.Linkage/audit-tag/v1\0"u8;

    /// <summary>Makes a tag.</summary>
    /// <param name="link">The person.</param>
    /// <param name="year">The year of the records, in UTC.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="ArgumentException">The link is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 1 to 9999.</exception>
    /// <exception cref="ObjectDisposedException">The tagger was disposed of.</exception>
    public AuditTag Tag(LinkCode link, int year)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        if (link.IsEmpty)
        {
            throw new ArgumentException("The link code is empty.", nameof(link));
        }

        Span<byte> message = stackalloc byte[Label.Length + LinkCode.Length + sizeof(ushort)];
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Label.CopyTo(message);
        link.WriteRevealed(message[Label.Length..]);
        BinaryPrimitives.WriteUInt16BigEndian(message[^sizeof(ushort)..], (ushort)year);
        HMACSHA256.HashData(_key, message, mac);
        CryptographicOperations.ZeroMemory(message);
        return AuditTag.FromBytes(mac[..AuditTag.Length]);
    }

    /// <summary>Zeroes the key.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_key);
    }
}
