using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MyNumber.Numbering.Permutations;

/// <summary>Platform AES objects under one key, one for each concurrent caller, as the objects themselves are not thread safe.</summary>
internal sealed class AesPool : IDisposable
{
    private readonly ConcurrentBag<Aes> _idle = [];
    private readonly byte[] _key;
    private volatile bool _disposed;

    public AesPool(ReadOnlySpan<byte> key)
    {
        CheckKey(key);
        _key = GC.AllocateUninitializedArray<byte>(key.Length, pinned: true);
        key.CopyTo(_key);
    }

    public static void CheckKey(ReadOnlySpan<byte> key)
    {
        if (key.Length is not (16 or 24 or 32))
        {
            throw new ArgumentException("An AES key has 16, 24 or 32 bytes.", nameof(key));
        }
    }

    public Aes Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(IKeyedPermutation));
        if (_idle.TryTake(out Aes? aes))
        {
            return aes;
        }

        aes = Aes.Create();
        aes.SetKey(_key);
        return aes;
    }

    public void Return(Aes aes)
    {
        if (_disposed)
        {
            aes.Dispose();
        }
        else
        {
            _idle.Add(aes);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_key);
        while (_idle.TryTake(out Aes? aes))
        {
            aes.Dispose();
        }
    }
}
