using MyNumber.Card;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications;
using MyNumber.Card.Applications.CardManager;
using MyNumber.Card.Applications.Common;
using MyNumber.Card.Applications.FreeArea;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Residence;
using MyNumber.Card.Applications.Surface;
using MyNumber.Card.Certificates;
using MyNumber.CardContract.Operations;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.CardContract;

public abstract partial class CardContractTests
{
    [SkippableFact]
    public Task Records_of_the_common_and_the_residence_application_are_read() => RunAsync(async (session, truth) =>
    {
        CommonApplication common = await CommonApplication.SelectAsync(session);
        CardIdentity identity = await common.ReadIdentityAsync();
        identity.SerialNumber.Length.ShouldBe(15);
        if (truth.IsOriginal)
        {
            (identity.Municipality, identity.Expiry).ShouldBe(("13101", new DateOnly(2034, 4, 1)));
            CardKeyId name = await common.ReadKeyReferenceAsync();
            (await (await ResidenceApplication.SelectAsync(session)).ReadKeyReferenceAsync()).ShouldBe(name);
        }
    });

    [SkippableFact]
    public Task Record_that_is_not_there_is_not_found() => RunAsync(async (session, _) =>
    {
        await session.SelectApplicationAsync(CardApplicationId.Common);
        await session.SelectFileAsync(new CardFileId(0x0001));
        CardStatusException refusal = await Should.ThrowAsync<CardStatusException>(async () => await session.ReadRecordAsync(9, new byte[256]));
        refusal.Status.ShouldBe(new StatusWord(0x6A83));
    });

    [SkippableFact]
    public Task Data_objects_are_given_long_ones_too_and_absent_ones_are_null() => RunAsync(async (session, truth) =>
    {
        CardManagerApplication manager = await CardManagerApplication.SelectAsync(session);
        (await manager.ReadAsync(0x0077)).ShouldBeNull();
        (await session.GetDataAsync(CardManagerData.LowerCertificate))!.Length.ShouldBeGreaterThan(256);
        if (truth.IsOriginal)
        {
            CardVerifiableCertificate[] chain = [.. await manager.ReadCertificatesAsync()];
            CardTruth.Anchors.Check(CardAnchorPurpose.CardManager, chain).Outcome.ShouldBe(CardIssuerOutcome.Verified);
            (await manager.ReadMunicipalityAsync()).ShouldBe("13101");
        }
    });

    [SkippableFact]
    public Task Number_and_attributes_are_told_after_the_pin_alone() => RunAsync(async (session, truth) =>
    {
        InputSupportApplication input = await InputSupportApplication.SelectAsync(session);
        await ShouldBeRefusedAsync(async () => await input.ReadIndividualNumberAsync());
        (await CardVisit.WithPinAsync(LabCardFactory.InputSupportPin, pin => input.VerifyPinAsync(pin))).IsVerified.ShouldBeTrue();
        IndividualNumber number = await input.ReadIndividualNumberAsync();
        (number.Reveal() == truth.Number).ShouldBeTrue();
        FourAttributes holder = await input.ReadFourAttributesAsync();
        (holder.Name == truth.Name).ShouldBeTrue();
    });

    [SkippableFact]
    public Task Values_are_verified_when_they_are_the_issuers_and_never_else() => RunAsync(async (session, truth) =>
    {
        InputSupportApplication input = await InputSupportApplication.SelectAsync(session);
        await CardVisit.WithPinAsync(LabCardFactory.InputSupportPin, pin => input.VerifyPinAsync(pin));
        try
        {
            ((await input.ReadVerifiedAsync(InputSupportParts.Both, CardTruth.Anchors)).Outcome == InputSupportIntegrity.Verified).ShouldBe(truth.IsOriginal);
        }
        catch (CardDataException) when (!truth.IsOriginal)
        {
            // A scrubbed certificate may not even have a certificate's form.
        }
    });

    [SkippableFact]
    public Task Matching_number_opens_its_own_files_alone() => RunAsync(async (session, _) =>
    {
        InputSupportApplication input = await InputSupportApplication.SelectAsync(session);
        (await CardVisit.WithNumberBAsync(LabCardFactory.MatchingB, number => input.VerifyMatchingNumberAsync(number))).IsVerified.ShouldBeTrue();
        await input.ReadFourAttributesAsync();
        await ShouldBeRefusedAsync(async () => await input.ReadIndividualNumberAsync());
        SurfaceApplication surface = await SurfaceApplication.SelectAsync(session);
        (await CardVisit.WithNumberBAsync(LabCardFactory.MatchingB, number => surface.VerifyMatchingNumberAsync(number))).IsVerified.ShouldBeTrue();
        await ShouldBeRefusedAsync(async () => await surface.ReadNumberImageAsync());
        await ShouldBeRefusedAsync(async () => await surface.ReadAgeRecordAsync());
    });

    [SkippableFact]
    public Task Secure_messaging_reads_the_number_or_is_lost_and_never_falls_back() => RunAsync(async (session, truth) =>
    {
        InputSupportApplication input = await InputSupportApplication.SelectAsync(session);
        await CardVisit.WithPinAsync(LabCardFactory.InputSupportPin, pin => input.VerifyPinAsync(pin));
        if (!truth.IsOriginal)
        {
            await Should.ThrowAsync<CardException>(async () =>
            {
                await input.StartSecureMessagingAsync(_random);
                await input.ReadIndividualNumberAsync();
            });
            return;
        }

        await input.StartSecureMessagingAsync(_random);
        session.IsProtected.ShouldBeTrue();
        ((await input.ReadIndividualNumberAsync()).Reveal() == truth.Number).ShouldBeTrue();
        ((await input.ReadFourAttributesAsync()).Name == truth.Name).ShouldBeTrue();
        await JpkiLabelAsync(session);
        session.IsProtected.ShouldBeFalse();
    });

    [SkippableFact]
    public Task Face_and_age_of_a_genuine_card_are_told_and_signed() => RunAsync(async (session, truth) =>
    {
        SurfaceApplication surface = await SurfaceApplication.SelectAsync(session);
        await CardVisit.WithBirthDateAsync(LabCardFactory.BirthDate, key => surface.VerifyBirthDateAsync(key));
        await CardVisit.WithNumberAAsync("123456789018", number => surface.VerifyMatchingNumberAsync(number));
        if (!truth.IsOriginal)
        {
            (await session.ReadTlvObjectAsync(new CardFileId(0x0001))).Length.ShouldBeGreaterThan(256);
            return;
        }

        AgeRecord age = await surface.ReadAgeRecordAsync();
        using FaceRecord face = await surface.ReadFaceAsync();
        using NumberImage image = await surface.ReadNumberImageAsync();
        VerifiedCardIssuer issuer = (await surface.CheckIssuerAsync(CardTruth.Anchors)).Issuer!;
        (age.IsSignedBy(issuer), face.IsSignedBy(issuer), image.IsSignedBy(issuer)).ShouldBe((true, true, true));
        age.Reaches(20, new DateOnly(2010, 3, 31)).ShouldBe(AgeAnswer.NotReached);
        (await surface.CheckGenuineAsync(CardTruth.Anchors, age, _random)).Outcome.ShouldBe(GenuineCardOutcome.Genuine);
    });

    [SkippableFact]
    public Task Free_area_is_read_and_written_behind_its_pin_alone() => RunAsync(async (session, truth) =>
    {
        FreeAreaApplication free = await FreeAreaApplication.SelectAsync(session, 1);
        await ShouldBeRefusedAsync(async () => await free.ReadFileAsync(3));
        await ShouldBeRefusedAsync(async () => await free.WriteFileAsync(3, 0, new byte[4]));
        (await CardVisit.WithPinAsync(LabCardFactory.FreeAreaPin, pin => free.VerifyPinAsync(pin))).IsVerified.ShouldBeTrue();
        byte[] written = [.. Enumerable.Range(0, 300).Select(i => (byte)(i % 251))];
        await free.WriteFileAsync(3, 20, written);
        byte[] read = await free.ReadFileAsync(3);
        read.Length.ShouldBe(400);
        if (truth.IsOriginal)
        {
            (await free.ReadHeaderAsync()).Owner.ShouldBe("試験市");
            read.AsSpan(20, 300).SequenceEqual(written).ShouldBeTrue();
            read.AsSpan(0, 15).SequenceEqual(LabCardFactory.FreeAreaContent).ShouldBeTrue();
        }
    });

    private static async Task JpkiLabelAsync(MyNumber.Card.Sessions.CardSession session) =>
        (await (await MyNumber.Card.Applications.Jpki.JpkiApplication.SelectAsync(session)).ReadTokenLabelAsync()).ShouldBe("JPKIAPICCTOKEN2");

    private static async Task ShouldBeRefusedAsync(Func<Task> call) => (await Should.ThrowAsync<CardStatusException>(call)).Status.ShouldBe(new StatusWord(0x6982));
}
