using System.Security.Cryptography;

namespace MyNumber.Linkage.Codes;

/// <summary>A key of the first layer that lives in this process only.</summary>
/// <remarks>Thread safe. The key lies in pinned memory and is zeroed at <see cref="Dispose"/>.</remarks>
public sealed class LinkKey : ILinkKeyProvider, IDisposable
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    private readonly byte[] _key = GC.AllocateUninitializedArray<byte>(Length, pinned: true);
    private readonly Lock _gate = new();
    private bool _disposed;

    /// <summary>Takes a key.</summary>
    /// <param name="key">32 random bytes; copied, the caller zeroes its own.</param>
    /// <exception cref="ArgumentException">The length is not 32.</exception>
    public LinkKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != Length)
        {
            throw new ArgumentException("A link key has 32 bytes.", nameof(key));
        }

        key.CopyTo(_key);
    }

    /// <inheritdoc/>
    public void ComputeMac(ReadOnlySpan<byte> message, Span<byte> destination)
    {
        if (destination.Length != ILinkKeyProvider.MacLength)
        {
            throw new ArgumentException("A message authentication code has 32 bytes.", nameof(destination));
        }

        Span<byte> key = stackalloc byte[Length];
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _key.CopyTo(key);
        }

        HMACSHA256.HashData(key, message, destination);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>Zeroes the key.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            CryptographicOperations.ZeroMemory(_key);
        }
    }
}
