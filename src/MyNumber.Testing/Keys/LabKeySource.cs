using System.Security.Cryptography;
using MyNumber.Jpki.Authority;

namespace MyNumber.Testing.Keys;

/// <summary>Hands out keys: seven fixed ones of the pool for the authority (its first five and its last two), pairs by seed for cards, fresh ones when asked or when the pool is used up.</summary>
internal sealed class LabKeySource(int seed, bool fresh) : IDisposable
{
    private const int FirstPair = 5;
    private const int OldestKeys = LabKeyPool.Count - 2;
    private const int Pairs = (OldestKeys - FirstPair) / 2;

    private readonly List<RSA> _owned = [];
    private int _pairsGiven;

    public LabAuthorityKeys ForAuthority() => LabAuthorityKeys.Of(Own(OldestKeys), Own(0), Own(1), Own(OldestKeys + 1), Own(2), Own(3), Own(4));

    /// <summary>The next card's keys. They are owned here until the world ends.</summary>
    public (RSA Signature, RSA UserAuthentication) NextPair()
    {
        int given = _pairsGiven++;
        int start = ((seed % Pairs) + Pairs) % Pairs;
        int first = FirstPair + (2 * ((start + given) % Pairs));
        int? index = given < Pairs ? first : null;
        return (Own(index), Own(index + 1));
    }

    public void Dispose()
    {
        foreach (RSA key in _owned)
        {
            key.Dispose();
        }
    }

    private RSA Own(int? poolIndex)
    {
        RSA key = fresh || poolIndex is null ? RSA.Create(2048) : LabKeyPool.Load(poolIndex.Value);
        _owned.Add(key);
        return key;
    }
}
