using System.Security.Cryptography;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing.Keys;

namespace CardCounter;

/// <summary>J-LIS as the maker of cards: face and chip, without the holder's PINs and certificates. The PINs of the way to the counter are the lab's own idea.</summary>
internal sealed class Maker
{
    private const string Municipality = "13101";
    private static readonly CardPins OnTheWay = new("UNSET0", "0000", null, "0000");
    private int _nextKey = 9;
    private int _nextSerial = 1;

    public string NextSerialNumber() => $"4000000{_nextSerial++:D8}";

    public IssuedCard Make(CardCase card, Citizen holder, LabCardAuthority? authority = null)
    {
        CardFace face = new(card.SerialNumber, Municipality, card.LastDay!.Value, "1234");
        using RSA signature = LabKeyPool.Load(_nextKey++), authentication = LabKeyPool.Load(_nextKey++);
        EmulatedCard chip = new EmulatedCardBuilder(new CardPerson(card.Attributes, holder.Number, OnTheWay, face))
            .WithProfile(card.HasSignature ? CardProfile.IndividualNumberCard : CardProfile.WithoutSignatureCertificate)
            .WithAuthority(authority ?? LabCardAuthority.Default)
            .WithKey(CardKeyPurpose.Signature, signature)
            .WithKey(CardKeyPurpose.UserAuthentication, authentication)
            .Build();
        return new IssuedCard(chip, face);
    }
}
