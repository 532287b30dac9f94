using System.Security.Cryptography;
using MyNumber.Card.Certificates;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.CardContract;

/// <summary>What a reader of the card has to find. A replay tells values of nobody and signs with a key of the lab's.</summary>
public sealed class CardTruth
{
    public static CardTrustAnchors Anchors { get; } = LabCardAuthority.Default.Anchors;

    /// <summary>Whether values, keys and signatures are those of the card.</summary>
    public bool IsOriginal { get; private init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required RSAParameters LoginKey { get; init; }

    public required RSAParameters SignatureKey { get; init; }

    public required CardPublicKey CommonKey { get; init; }

    public static CardTruth Of(EmulatedCard card) => new()
    {
        IsOriginal = true,
        Number = "123456789018",
        Name = "見本　花子",
        LoginKey = Key(card, CardKeyPurpose.UserAuthentication),
        SignatureKey = Key(card, CardKeyPurpose.Signature),
        CommonKey = new CardPublicKey(Key(card, CardKeyPurpose.Common).Modulus),
    };

    /// <summary>The values that a redacted transcript has in place of these.</summary>
    public static CardTruth OfReplay(EmulatedCard card)
    {
        RSAParameters replayed = Key(card, CardKeyPurpose.Common);
        return new CardTruth
        {
            Number = "999999999996",
            Name = "〓〓〓〓〓",
            LoginKey = replayed,
            SignatureKey = replayed,
            CommonKey = new CardPublicKey(replayed.Modulus),
        };
    }

    private static RSAParameters Key(EmulatedCard card, CardKeyPurpose purpose)
    {
        using RSA rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(card.GetPublicKey(purpose), out _);
        return rsa.ExportParameters(false);
    }
}
