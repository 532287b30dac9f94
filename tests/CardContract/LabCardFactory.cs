using System.Security.Cryptography;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing.Keys;

namespace MyNumber.CardContract;

/// <summary>Cards that have everything: both certificates, all PINs and a slot of the free area.</summary>
public static class LabCardFactory
{
    public const string LoginPin = "1234";
    public const string SignaturePassword = "ABC123";
    public const string ResidencePin = "2345";
    public const string InputSupportPin = "3456";
    public const string FreeAreaPin = "4567";
    public const string MatchingB = "02040120341234";
    public const string BirthDate = "020401";

    /// <summary>What file 3 of the free area begins with.</summary>
    public static readonly byte[] FreeAreaContent = "LAB TICKET 0001"u8.ToArray();

    public static EmulatedCard Create(EmulatedCardOptions? options = null)
    {
        using RSA login = LabKeyPool.Load(0);
        using RSA signature = LabKeyPool.Load(1);
        CardPerson holder = new(CardPerson.Sample.Attributes, CardPerson.Sample.Number, Pins(), CardPerson.Sample.Face, CardImages.Sample);
        EmulatedCard card = new EmulatedCardBuilder(holder)
            .WithOptions(options ?? EmulatedCardOptions.Default)
            .WithKey(CardKeyPurpose.UserAuthentication, login)
            .WithKey(CardKeyPurpose.Signature, signature)
            .WithFreeArea(Slot())
            .Build();
        card.InstallCertificate(CardKeyPurpose.UserAuthentication, MadeUpObject(0x33, 1200), MadeUpObject(0x44, 900));
        card.InstallCertificate(CardKeyPurpose.Signature, MadeUpObject(0x11, 1500), MadeUpObject(0x22, 1000));
        return card;
    }

    public static CardPins Pins() => new(SignaturePassword, LoginPin, ResidencePin, InputSupportPin);

    public static FreeAreaSlot Slot() => new(
        1, "試験市", FreeAreaBasis.Ordinance, "試験市条例第一号", new DateOnly(2034, 3, 31), FreeAreaPin,
        new FreeAreaFile(2, "LIBRARY"u8, 32), new FreeAreaFile(3, FreeAreaContent, 400, needsPinToRead: true, isWritable: true));

    /// <summary>An object of the outer form of a certificate.</summary>
    public static byte[] MadeUpObject(byte fill, int length)
    {
        byte[] bytes = new byte[length];
        bytes.AsSpan().Fill(fill);
        ((ReadOnlySpan<byte>)[0x30, 0x82, (byte)((length - 4) >> 8), (byte)((length - 4) & 0xFF)]).CopyTo(bytes);
        return bytes;
    }
}
