using System.Security.Cryptography;
using MyNumber.Numbering;

namespace MyNumber.Linkage.Core.Links;

/// <summary>Tags by HMAC-SHA-256 under a key that lives in this process only.</summary>
/// <remarks>Thread safe until disposed of. The key is copied into pinned memory and zeroed by <see cref="Dispose"/>.</remarks>
public sealed class ResidentCodeTagger : IResidentCodeTagger, IDisposable
{
    /// <summary>Bytes of the key.</summary>
    public const int KeyLength = 32;

    private const int Digits = 11;
    private readonly byte[] _key = GC.AllocateUninitializedArray<byte>(KeyLength, pinned: true);
    private bool _disposed;

    /// <summary>Takes the key.</summary>
    /// <param name="key">32 bytes; copied, the caller zeroes them.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public ResidentCodeTagger(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyLength)
        {
            throw new ArgumentException("The key has 32 bytes.", nameof(key));
        }

        key.CopyTo(_key);
    }

    private static ReadOnlySpan<byte> Label => "MyNumber.Linkage/resident-tag/v1\0"u8;

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The tagger was disposed of.</exception>
    public ResidentCodeTag Tag(ResidentRecordCode code)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (code.IsEmpty)
        {
            throw new ArgumentException("The resident record code is empty.", nameof(code));
        }

        Span<byte> message = stackalloc byte[Label.Length + Digits];
        Span<byte> tag = stackalloc byte[ResidentCodeTag.Length];
        Label.CopyTo(message);
        try
        {
            code.TryReveal(message[Label.Length..], out _);
            HMACSHA256.HashData(_key, message, tag);
            return ResidentCodeTag.FromBytes(tag);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(message);
        }
    }

    /// <summary>Zeroes the key.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_key);
    }
}
