using System.Security.Cryptography;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Jpki.Authority;
using MyNumber.Testing.Keys;

namespace MyNumber.Cli.Emulating;

/// <summary>Keys for a card and its authority: the lab's committed ones, of which a seed chooses the card's pair. Without a seed the card makes its own.</summary>
internal sealed class LabKeys(int? seed) : IDisposable
{
    private const int FirstPair = 5;
    private const int OldestKeys = LabKeyPool.Count - 2;
    private const int Pairs = (OldestKeys - FirstPair) / 2;

    private readonly List<RSA> _owned = [];

    /// <summary>The authority's keys, which live as long as it does.</summary>
    public static LabAuthorityKeys ForAuthority() => LabAuthorityKeys.Of(
        LabKeyPool.Load(OldestKeys), LabKeyPool.Load(0), LabKeyPool.Load(1), LabKeyPool.Load(OldestKeys + 1), LabKeyPool.Load(2), LabKeyPool.Load(3), LabKeyPool.Load(4));

    /// <summary>Gives the seed's pair to a card that is to be built.</summary>
    public EmulatedCardBuilder Give(EmulatedCardBuilder builder)
    {
        if (seed is not { } number)
        {
            return builder;
        }

        int first = FirstPair + (2 * (((number % Pairs) + Pairs) % Pairs));
        return builder.WithKey(CardKeyPurpose.Signature, Own(first)).WithKey(CardKeyPurpose.UserAuthentication, Own(first + 1));
    }

    public void Dispose() => _owned.ForEach(key => key.Dispose());

    private RSA Own(int index)
    {
        RSA key = LabKeyPool.Load(index);
        _owned.Add(key);
        return key;
    }
}
