using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Remembers signatures that come out the same each time (PKCS#1 v1.5), so that the hundredth card of one person costs no RSA. Thread safe.</summary>
internal sealed class SignatureMemory
{
    /// <summary>A card needs ten signatures; beyond this many everything is forgotten and begins anew.</summary>
    private const int Capacity = 512;

    private readonly Dictionary<(CardKey Key, string Digest), byte[]> _signatures = [];
    private readonly Lock _gate = new();

    /// <summary>The signature of a key over data, made at most once at a time.</summary>
    public byte[] Of(CardKey key, byte[] data, Action<CardKey, byte[], byte[]> sign)
    {
        string digest = Convert.ToBase64String(SHA256.HashData(data));
        lock (_gate)
        {
            if (!_signatures.TryGetValue((key, digest), out byte[]? signature))
            {
                if (_signatures.Count == Capacity)
                {
                    _signatures.Clear();
                }

                signature = new byte[CardKey.Length];
                sign(key, data, signature);
                _signatures[(key, digest)] = signature;
            }

            return signature;
        }
    }
}
