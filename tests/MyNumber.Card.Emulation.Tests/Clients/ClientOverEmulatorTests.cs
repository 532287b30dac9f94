using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications;
using MyNumber.Card.Applications.CardManager;
using MyNumber.Card.Applications.Common;
using MyNumber.Card.Applications.FreeArea;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Residence;
using MyNumber.Card.Applications.Surface;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Certificates;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Emulation.Tests.Clients;

/// <summary>The card client against the emulated card: two sides that were written apart from the same facts.</summary>
public sealed class ClientOverEmulatorTests : IDisposable
{
    private static readonly CardTrustAnchors Anchors = LabCardAuthority.Default.Anchors;
    private static readonly CardPerson Person = CardPerson.Sample;
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly EmulatedReader _reader = new();
    private readonly List<EmulatedCard> _cards = [];

    public void Dispose()
    {
        _random.Dispose();
        _cards.ForEach(card => card.Dispose());
    }

    [Fact]
    public async Task Signed_attributes_are_given_out_after_the_pin_and_by_each_matching_number()
    {
        using CardSession session = Open();
        InputSupportApplication byPin = await InputSupportApplication.SelectAsync(session);
        using CardPin pin = PinOf(CardPinKind.InputSupport);
        (await byPin.VerifyPinAsync(pin)).IsVerified.ShouldBeTrue();
        InputSupportReading both = await byPin.ReadVerifiedAsync(InputSupportParts.Both, Anchors);
        (both.Outcome, both.Number, both.Attributes?.Name).ShouldBe((InputSupportIntegrity.Verified, Person.Number, Person.Attributes.Name));
        (await byPin.CheckGenuineAsync(Anchors, _random)).Outcome.ShouldBe(GenuineCardOutcome.Genuine);
        (await byPin.ReadInfoAsync()).KeyId.IsTest.ShouldBeTrue();

        InputSupportApplication byA = await InputSupportApplication.SelectAsync(session);
        using MatchingNumberA a = MatchingNumberA.From(Person.Number);
        (await byA.VerifyMatchingNumberAsync(a)).IsVerified.ShouldBeTrue();
        (await byA.ReadVerifiedAsync(InputSupportParts.Number, Anchors)).Outcome.ShouldBe(InputSupportIntegrity.Verified);
        await RefusedAsync(async () => await byA.ReadVerifiedAsync(InputSupportParts.Attributes, Anchors));

        InputSupportApplication byB = await InputSupportApplication.SelectAsync(session);
        using MatchingNumberB b = NumberB();
        (await byB.VerifyMatchingNumberAsync(b)).IsVerified.ShouldBeTrue();
        (await byB.ReadVerifiedAsync(InputSupportParts.Attributes, Anchors)).Outcome.ShouldBe(InputSupportIntegrity.Verified);
        await RefusedAsync(async () => await byB.ReadVerifiedAsync(InputSupportParts.Number, Anchors));
    }

    [Fact]
    public async Task Secure_messaging_carries_the_number_and_ends_with_the_application()
    {
        using CardSession session = Open();
        InputSupportApplication application = await InputSupportApplication.SelectAsync(session);
        using CardPin pin = PinOf(CardPinKind.InputSupport);
        await application.VerifyPinAsync(pin);
        await application.StartSecureMessagingAsync(_random);
        session.IsProtected.ShouldBeTrue();
        (await application.ReadIndividualNumberAsync()).ShouldBe(Person.Number);
        (await application.ReadFourAttributesAsync()).Name.ShouldBe(Person.Attributes.Name);
        using MatchingNumberA a = MatchingNumberA.From(Person.Number);
        (await application.VerifyMatchingNumberAsync(a)).IsVerified.ShouldBeTrue();
        (await application.ReadVerifiedAsync(InputSupportParts.Both, Anchors)).Outcome.ShouldBe(InputSupportIntegrity.Verified);
        await CommonApplication.SelectAsync(session);
        session.IsProtected.ShouldBeFalse();
    }

    [Fact]
    public async Task Session_key_without_the_pin_is_refused()
    {
        using CardSession session = Open();
        InputSupportApplication application = await InputSupportApplication.SelectAsync(session);
        using MatchingNumberA a = MatchingNumberA.From(Person.Number);
        await application.VerifyMatchingNumberAsync(a);
        await RefusedAsync(async () => await application.StartSecureMessagingAsync(_random));
    }

    [Fact]
    public async Task Surface_is_read_by_its_three_keys_and_signed()
    {
        using CardSession session = Open();
        SurfaceApplication surface = await SurfaceApplication.SelectAsync(session);
        VerifiedCardIssuer issuer = (await surface.CheckIssuerAsync(Anchors)).Issuer.ShouldNotBeNull();
        await RefusedAsync(async () => await surface.ReadFaceAsync());
        using BirthDateKey birth = BirthDateKey.From(Person.Attributes.BirthDate);
        (await surface.VerifyBirthDateAsync(birth)).IsVerified.ShouldBeTrue();
        AgeRecord age = await surface.ReadAgeRecordAsync();
        (age.IsSignedBy(issuer), age.BirthDate).ShouldBe((true, Person.Attributes.BirthDate));
        (await surface.CheckGenuineAsync(Anchors, age, _random)).Outcome.ShouldBe(GenuineCardOutcome.Genuine);

        using MatchingNumberB b = NumberB();
        (await surface.VerifyMatchingNumberAsync(b)).IsVerified.ShouldBeTrue();
        using FaceRecord face = await surface.ReadFaceAsync();
        (face.IsSignedBy(issuer), face.CardKey.Equals(age.CardKey), face.Expiry).ShouldBe((true, true, Person.Face.Expiry));
        face.Photo.ToArray().ShouldBe(CardImages.Sample.Photo.ToArray());
        (await surface.CheckGenuineAsync(Anchors, face, _random)).Outcome.ShouldBe(GenuineCardOutcome.Genuine);
        await RefusedAsync(async () => await surface.ReadNumberImageAsync());

        using MatchingNumberA a = MatchingNumberA.From(Person.Number);
        (await surface.VerifyMatchingNumberAsync(a)).IsVerified.ShouldBeTrue();
        using NumberImage image = await surface.ReadNumberImageAsync();
        (image.IsSignedBy(issuer), image.CardKey.Equals(age.CardKey)).ShouldBe((true, true));
        (await surface.ReadInfoAsync()).Municipality.ShouldBe(Person.Face.MunicipalityCode);
        (await surface.ReadReservedAsync()).Length.ShouldBe(16);
    }

    [Fact]
    public async Task Residence_pin_is_changed_in_both_places_and_the_overview_spends_nothing()
    {
        using CardSession session = Open();
        using CardPin current = PinOf(CardPinKind.Residence), replacement = CardPin.Copy("8642");
        (await ResidencePin.ChangeAsync(session, current, replacement)).Outcome.ShouldBe(ResidencePinOutcome.Changed);
        (await (await CommonApplication.SelectAsync(session)).VerifyPinAsync(replacement)).IsVerified.ShouldBeTrue();
        (await (await ResidenceApplication.SelectAsync(session)).VerifyPinAsync(replacement)).IsVerified.ShouldBeTrue();
        (await ResidencePin.ChangeAsync(session, current, replacement)).Residence.ShouldBe(PinVerification.Wrong(2));
        PinOverview overview = await PinOverview.ReadAsync(session);
        overview.Entries.ShouldAllBe(entry => entry.Presence == PinPresence.Present);
        overview[PinReference.Residence].Status.TriesLeft.ShouldBe(2);
        overview[PinReference.CommonResidence].Status.TriesLeft.ShouldBe(3);
    }

    [Theory]
    [InlineData("before the card sees it", RemovalMoment.BeforeCommand, true)]
    [InlineData("after it was carried out", RemovalMoment.BeforeAnswer, false)]
    public async Task First_change_of_the_residence_pin_that_is_torn_leaves_the_common_half_in_doubt(string description, RemovalMoment moment, bool changesAgain)
    {
        using CardPin current = PinOf(CardPinKind.Residence), replacement = CardPin.Copy("8642");
        using (CardSession session = Open())
        {
            _reader.RemoveAtCommand(9, moment);
            await Should.ThrowAsync<CardRemovedException>(async () => await ResidencePin.ChangeAsync(session, current, replacement), description);
        }

        _reader.Insert(_cards[^1]);
        using CardSession next = CardSession.Open(_reader.Connect());
        ResidencePinChange again = await ResidencePin.ChangeAsync(next, current, replacement);
        (again.Outcome, again.Residence.IsVerified).ShouldBe((changesAgain ? ResidencePinOutcome.Changed : ResidencePinOutcome.Unchanged, true), description);
        again.Common.Current.ShouldBe(changesAgain ? PinVerification.Verified : PinVerification.Wrong(2), description);
    }

    [Theory]
    [InlineData("plastic", 0)]
    [InlineData("without signature certificate", 1)]
    [InlineData("without PINs", 2)]
    [InlineData("Android", 3)]
    [InlineData("old resident card", 4)]
    public async Task Kind_of_token_is_detected(string description, int kind)
    {
        (CardProfile profile, CardTokenKind expected) = ((CardProfile, CardTokenKind)[])
        [
            (CardProfile.IndividualNumberCard, CardTokenKind.IndividualNumberCard),
            (CardProfile.WithoutSignatureCertificate, CardTokenKind.WithoutSignatureCertificate),
            (CardProfile.WithoutPins, CardTokenKind.WithoutPins),
            (CardProfile.AndroidSecureElement, CardTokenKind.Android),
            (CardProfile.ResidentCard, CardTokenKind.ResidentCard),
        ] is { } rows ? rows[kind] : default;
        using CardSession session = Open(new EmulatedCardBuilder(Person).WithProfile(profile), certified: kind);
        (await CardDetection.DetectAsync(session)).Kind.ShouldBe(expected, description);
    }

    [Fact]
    public async Task Records_data_objects_and_one_half_of_the_residence_pin_are_told_by_a_childs_card()
    {
        using CardSession session = OpenChildsCard();
        CardManagerApplication manager = await CardManagerApplication.SelectAsync(session);
        (await manager.ReadMunicipalityAsync()).ShouldBe("13101");
        (await manager.ReadExpiryAsync()).ShouldBe(new DateOnly(2034, 4, 1));
        CardVerifiableCertificate[] chain = [.. await manager.ReadCertificatesAsync()];
        Anchors.Check(CardAnchorPurpose.CardManager, chain).Issuer.ShouldNotBeNull();
        CommonApplication common = await CommonApplication.SelectAsync(session);
        (await common.ReadIdentityAsync()).Expiry.ShouldBe(new DateOnly(2034, 4, 1));
        CardKeyId reference = await common.ReadKeyReferenceAsync();
        ResidenceApplication residence = await ResidenceApplication.SelectAsync(session);
        (await residence.ReadKeyReferenceAsync()).ShouldBe(reference);
        using CardPin pin = PinOf(CardPinKind.Residence), other = CardPin.Copy("9876");
        (await residence.ChangePinAsync(pin, other)).IsChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task Slot_of_the_free_area_is_read_and_written()
    {
        using CardSession session = OpenChildsCard();
        _cards[^1].TryLoadFreeArea(new FreeAreaSlot(
            7, "見本市", FreeAreaBasis.Ordinance, "見本条例", new DateOnly(2028, 3, 31), "1357", new FreeAreaFile(2, [], 16, needsPinToRead: true, isWritable: true))).ShouldBeTrue();
        FreeAreaApplication slot = await FreeAreaApplication.SelectAsync(session, 7);
        FreeAreaHeader header = await slot.ReadHeaderAsync();
        (header.Owner, header.ValidUntil).ShouldBe(("見本市", new DateOnly(2028, 3, 31)));
        using CardPin pin = CardPin.Copy("1357");
        (await slot.VerifyPinAsync(pin)).IsVerified.ShouldBeTrue();
        await slot.WriteFileAsync(2, 3, "abc"u8.ToArray());
        (await slot.ReadFileAsync(2)).AsSpan(3, 3).SequenceEqual("abc"u8).ShouldBeTrue();
    }

    private static async Task RefusedAsync(Func<Task> read) =>
        (await Should.ThrowAsync<CardStatusException>(read)).Status.ShouldBe(StatusWord.SecurityStatusNotSatisfied);

    private static CardPin PinOf(CardPinKind kind) => CardPin.Copy(Person.Pins.Reveal(kind));

    private static MatchingNumberB NumberB() => MatchingNumberB.From(Person.Attributes.BirthDate, Person.Face.Expiry.Year, Person.Face.SecurityCode);

    private CardSession OpenChildsCard() => Open(new EmulatedCardBuilder(Person).WithProfile(CardProfile.WithoutSignatureCertificate), certified: 1);

    /// <summary>Certificates are installed where the kind has them: both on the plastic card, one on the next.</summary>
    private CardSession Open(EmulatedCardBuilder? builder = null, int certified = 0)
    {
        using RSA signature = LabKeyPool.Load(10), login = LabKeyPool.Load(11);
        EmulatedCard card = (builder ?? new EmulatedCardBuilder(Person)).WithKey(CardKeyPurpose.Signature, signature).WithKey(CardKeyPurpose.UserAuthentication, login).Build();
        _cards.Add(card);
        byte[] certificate = [0x30, 0x82, 0x00, 0x02, 0x05, 0x00];
        if (certified is 0 or 1)
        {
            card.InstallCertificate(CardKeyPurpose.UserAuthentication, certificate, certificate);
        }

        if (certified == 0)
        {
            card.InstallCertificate(CardKeyPurpose.Signature, certificate, certificate);
        }

        _reader.Insert(card);
        return CardSession.Open(_reader.Connect());
    }
}
