using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Codes.Blocks;

/// <summary>The platform's AES objects under one key, one for each concurrent caller, as the objects themselves are not thread safe.</summary>
internal sealed class AesObjects : IDisposable
{
    private readonly ConcurrentBag<Aes> _idle = [];
    private readonly byte[] _key;
    private volatile bool _disposed;

    public AesObjects(ReadOnlySpan<byte> key)
    {
        _key = GC.AllocateUninitializedArray<byte>(key.Length, pinned: true);
        key.CopyTo(_key);
    }

    public Aes Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(ICodeEngine));
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
        _idle.Add(aes);
        if (_disposed)
        {
            Drain();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_key);
        Drain();
    }

    private void Drain()
    {
        while (_idle.TryTake(out Aes? aes))
        {
            aes.Dispose();
        }
    }
}
