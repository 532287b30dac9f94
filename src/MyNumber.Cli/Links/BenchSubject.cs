using System.Security.Cryptography;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Links;

/// <summary>The derivation and the two things that one would otherwise write, each over codes that lie ready in the caches.</summary>
internal sealed class BenchSubject : IDisposable
{
    private const int Batch = 4096;
    private const int Few = 64;

    private static readonly CodeHolderId _holder = new(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(AgencyCodeCipher.KeyLength);
    private readonly byte[] _links = RandomNumberGenerator.GetBytes(Batch * LinkCode.Length);
    private readonly byte[] _blocks = new byte[Batch * AgencyCode.BlockLength];
    private readonly byte[] _made = new byte[Batch * AgencyCode.BlockLength];
    private readonly byte[] _mac = new byte[HMACSHA256.HashSizeInBytes];
    private readonly Aes _aes = Aes.Create();
    private readonly AgencyCodeCipher _cipher;

    public BenchSubject()
    {
        _aes.SetKey(_key);
        _cipher = new AgencyCodeCipher(0, _key);
        _cipher.Derive(_holder, 0, _links, _blocks);
    }

    /// <summary>Agency codes from link codes; gives their count.</summary>
    public int Derive()
    {
        _cipher.Derive(_holder, 0, _links, _made);
        return Batch;
    }

    /// <summary>The platform's AES over prepared blocks.</summary>
    public int EncryptEcb()
    {
        _aes.EncryptEcb(_blocks, _made, PaddingMode.None);
        return Batch;
    }

    /// <summary>A code by a hash, one at a time.</summary>
    public int Hmac()
    {
        for (int i = 0; i < Few; i++)
        {
            HMACSHA256.HashData(_key, _links.AsSpan(i * LinkCode.Length, LinkCode.Length), _mac);
        }

        return Few;
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_key);
        _aes.Dispose();
        _cipher.Dispose();
    }
}
