using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Applications;
using MyNumber.Card.Applications.CardManager;
using MyNumber.Card.Applications.Common;
using MyNumber.Card.Applications.FreeArea;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Residence;
using MyNumber.Card.Applications.Surface;
using MyNumber.Card.Certificates;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Emulation.Tests;

/// <summary>Client and card were written apart from the same research notes; here they meet.</summary>
public sealed class ClientMeetsCardTests
{
    private static readonly CardTrustAnchors Anchors = LabCardAuthority.Default.Anchors;

    [Fact]
    public async Task Input_support_is_verified_and_genuine()
    {
        using EmulatedCard card = Make();
        using CardSession session = Open(card);
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
        using CardPin pin = CardPin.Copy("3456");
        (await text.VerifyPinAsync(pin)).IsVerified.ShouldBeTrue();
        InputSupportReading reading = await text.ReadVerifiedAsync(InputSupportParts.Both, Anchors);
        reading.Outcome.ShouldBe(InputSupportIntegrity.Verified);
        reading.Attributes!.Name.ShouldBe("見本　花子");
        reading.Number.ShouldBe(CardPerson.Sample.Number);
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        (await text.CheckGenuineAsync(Anchors, random)).Outcome.ShouldBe(GenuineCardOutcome.Genuine);
    }

    [Fact]
    public async Task Input_support_is_read_under_secure_messaging()
    {
        using EmulatedCard card = Make();
        using CardSession session = Open(card);
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
        using CardPin pin = CardPin.Copy("3456");
        (await text.VerifyPinAsync(pin)).IsVerified.ShouldBeTrue();
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        await text.StartSecureMessagingAsync(random);
        using MatchingNumberA a = MatchingNumberA.From(CardPerson.Sample.Number);
        (await text.VerifyMatchingNumberAsync(a)).IsVerified.ShouldBeTrue();
        (await text.ReadIndividualNumberAsync()).ShouldBe(CardPerson.Sample.Number);
        (await text.ReadFourAttributesAsync()).Name.ShouldBe("見本　花子");
    }

    [Fact]
    public async Task Surface_is_signed_and_genuine()
    {
        using EmulatedCard card = Make();
        using CardSession session = Open(card);
        SurfaceApplication surface = await SurfaceApplication.SelectAsync(session);
        VerifiedCardIssuer issuer = (await surface.CheckIssuerAsync(Anchors)).Issuer!;
        using BirthDateKey birth = BirthDateKey.From(CardPerson.Sample.Attributes.BirthDate);
        (await surface.VerifyBirthDateAsync(birth)).IsVerified.ShouldBeTrue();
        (await surface.ReadAgeRecordAsync()).IsSignedBy(issuer).ShouldBeTrue();
        using MatchingNumberA a = MatchingNumberA.From(CardPerson.Sample.Number);
        (await surface.VerifyMatchingNumberAsync(a)).IsVerified.ShouldBeTrue();
        using FaceRecord face = await surface.ReadFaceAsync();
        face.IsSignedBy(issuer).ShouldBeTrue();
        face.Photo.ToArray().ShouldBe(CardImages.Sample.Photo.ToArray());
        face.Expiry.ShouldBe(new DateOnly(2034, 4, 1));
        using NumberImage number = await surface.ReadNumberImageAsync();
        number.IsSignedBy(issuer).ShouldBeTrue();
        (await surface.ReadInfoAsync()).ShouldNotBeNull();
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        (await surface.CheckGenuineAsync(Anchors, face, random)).Outcome.ShouldBe(GenuineCardOutcome.Genuine);
    }

    [Fact]
    public async Task Records_data_objects_and_the_residence_pin_are_read()
    {
        using EmulatedCard card = Make();
        using CardSession session = Open(card);
        CardManagerApplication manager = await CardManagerApplication.SelectAsync(session);
        (await manager.ReadMunicipalityAsync()).ShouldBe("13101");
        (await manager.ReadExpiryAsync()).ShouldBe(new DateOnly(2034, 4, 1));
        CardVerifiableCertificate[] chain = [.. await manager.ReadCertificatesAsync()];
        Anchors.Check(CardAnchorPurpose.CardManager, chain).Issuer.ShouldNotBeNull();
        CommonApplication common = await CommonApplication.SelectAsync(session);
        _ = await common.ReadIdentityAsync();
        CardKeyId reference = await common.ReadKeyReferenceAsync();
        ResidenceApplication residence = await ResidenceApplication.SelectAsync(session);
        (await residence.ReadKeyReferenceAsync()).ShouldBe(reference);
        using CardPin pin = CardPin.Copy("2345"), other = CardPin.Copy("9876");
        (await residence.ChangePinAsync(pin, other)).IsChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task A_slot_of_the_free_area_is_read_and_written()
    {
        using EmulatedCard card = Make();
        card.TryLoadFreeArea(new FreeAreaSlot(
            7, "見本市", FreeAreaBasis.Ordinance, "見本条例", new DateOnly(2028, 3, 31), "1357", new FreeAreaFile(2, [], 16, needsPinToRead: true, isWritable: true))).ShouldBeTrue();
        using CardSession session = Open(card);
        FreeAreaApplication slot = await FreeAreaApplication.SelectAsync(session, 7);
        FreeAreaHeader header = await slot.ReadHeaderAsync();
        header.Owner.ShouldBe("見本市");
        header.ValidUntil.ShouldBe(new DateOnly(2028, 3, 31));
        using CardPin pin = CardPin.Copy("1357");
        (await slot.VerifyPinAsync(pin)).IsVerified.ShouldBeTrue();
        await slot.WriteFileAsync(2, 3, "abc"u8.ToArray());
        Encoding.ASCII.GetString((await slot.ReadFileAsync(2)).AsSpan(3, 3)).ShouldBe("abc");
    }

    private static EmulatedCard Make()
    {
        using RSA login = LabKeyPool.Load(4);
        return new EmulatedCardBuilder(CardPerson.Sample)
            .WithProfile(CardProfile.WithoutSignatureCertificate)
            .WithKey(CardKeyPurpose.UserAuthentication, login)
            .Build();
    }

    private static CardSession Open(EmulatedCard card)
    {
        EmulatedReader reader = new();
        reader.Insert(card);
        return CardSession.Open(reader.Connect());
    }
}
