using System.Security.Cryptography;

namespace MyNumber.Linkage.Permission.Permits;

/// <summary>Permit keys that live in this process only.</summary>
/// <remarks>Thread safe until disposed of. Keys are copied into pinned memory and zeroed by <see cref="Dispose"/>.</remarks>
public sealed class PermitKeyRing : IPermitKeys, IDisposable
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyLength = 32;

    private readonly Dictionary<byte, byte[]> _keys = [];
    private bool _disposed;

    /// <summary>Makes a ring of one key.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="key">32 bytes; copied, the caller zeroes them.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public PermitKeyRing(byte version, ReadOnlySpan<byte> key)
    {
        CurrentVersion = version;
        Add(version, key);
    }

    /// <inheritdoc/>
    public byte CurrentVersion { get; private set; }

    /// <summary>Takes a further key for checking, and for new permits when it is to be the current one. Not to be called while others use the ring.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="key">32 bytes; copied, the caller zeroes them.</param>
    /// <param name="isCurrent">Whether new permits are sealed by it.</param>
    /// <returns>This ring.</returns>
    /// <exception cref="ArgumentException">The key has another length, or the version is there.</exception>
    /// <exception cref="ObjectDisposedException">The ring was disposed of.</exception>
    public PermitKeyRing With(byte version, ReadOnlySpan<byte> key, bool isCurrent)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Add(version, key);
        CurrentVersion = isCurrent ? version : CurrentVersion;
        return this;
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The ring was disposed of.</exception>
    public bool TrySeal(byte version, ReadOnlySpan<byte> data, Span<byte> seal)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (seal.Length != IPermitKeys.SealLength)
        {
            throw new ArgumentException("A seal has 32 bytes.", nameof(seal));
        }

        return _keys.TryGetValue(version, out byte[]? key) && HMACSHA256.HashData(key, data, seal) == IPermitKeys.SealLength;
    }

    /// <summary>Zeroes the keys.</summary>
    public void Dispose()
    {
        _disposed = true;
        foreach (byte[] key in _keys.Values)
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private void Add(byte version, ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyLength)
        {
            throw new ArgumentException("A permit key has 32 bytes.", nameof(key));
        }

        byte[] copy = GC.AllocateUninitializedArray<byte>(KeyLength, pinned: true);
        key.CopyTo(copy);
        _keys.Add(version, copy);
    }
}
