using System.Security.Cryptography;
using MyNumber.Card.Applications;
using MyNumber.Card.Applications.Surface;
using MyNumber.Card.Certificates;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;
using MyNumber.Numbering;
using MyNumber.Numbering.People;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Tests.Applications.Surface;

public sealed class SurfaceApplicationTests : IDisposable
{
    private const string Select = "00A4040C0AD3921000310001010402 -> 9000";
    private readonly RSA _authority = LabKeyPool.Load(4);
    private readonly RSA _issuer = LabKeyPool.Load(5);
    private readonly RSA _card = LabKeyPool.Load(6);
    private readonly RSA _stranger = LabKeyPool.Load(7);

    public void Dispose()
    {
        _authority.Dispose();
        _issuer.Dispose();
        _card.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task Age_record_is_read_and_signed()
    {
        SurfaceApplication application = await OpenAsync(NewCard());
        AgeRecord record = await application.ReadAgeRecordAsync();
        record.IsSignedBy(await IssuerAsync(application)).ShouldBeTrue();
        record.BirthDate.ToCardForm().ShouldBe("19900401");
        record.CardKey.Modulus.ToArray().ShouldBe(CardBytes.Modulus(_card));
        record.ToString().ShouldBe("AgeRecord(***)");
    }

    [Theory]
    [InlineData("birth date", 11)]
    [InlineData("key", 200)]
    [InlineData("signature", 400)]
    public async Task Changed_age_record_is_not_signed(string description, int at)
    {
        FileCard card = NewCard();
        card[FileCard.Surface, 0x0001][at] ^= 0x01;
        SurfaceApplication application = await OpenAsync(card);
        (await application.ReadAgeRecordAsync()).IsSignedBy(await IssuerAsync(application)).ShouldBeFalse(description);
    }

    [Theory]
    [InlineData("another object", 0)]
    [InlineData("another birth-date tag", 6)]
    [InlineData("a letter in the birth date", 8)]
    [InlineData("month 23", 12)]
    [InlineData("a birth date of nine digits", 7)]
    [InlineData("another exponent", 25)]
    public void Other_age_record_is_bad_data(string description, int at)
    {
        byte[] file = CardBytes.AgeRecord("19900401", _card, _issuer);
        file[at] ^= at switch { 8 => 0x70, 12 => 0x02, 7 => 0x01, _ => 0x04 };
        Should.Throw<CardDataException>(() => AgeRecord.Read(file), description);
    }

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("a header", 5)]
    [InlineData("all but one byte", 546)]
    public void Truncated_age_record_is_bad_data(string description, int length)
    {
        byte[] file = CardBytes.AgeRecord("19900401", _card, _issuer);
        file.Length.ShouldBe(547);
        Should.Throw<CardDataException>(() => AgeRecord.Read(file.AsSpan(0, length)), description);
    }

    [Theory]
    [InlineData("day before the birthday", "20000331", 2020, 3, 30, 19)]
    [InlineData("the birthday", "20000331", 2020, 3, 31, 20)]
    [InlineData("day after the birthday", "20000331", 2020, 4, 1, 20)]
    [InlineData("born on 29 February, on the 28th", "20040229", 2022, 2, 28, 17)]
    [InlineData("born on 29 February, on 1 March", "20040229", 2022, 3, 1, 18)]
    [InlineData("born on 29 February, in a leap year", "20040229", 2024, 2, 29, 20)]
    [InlineData("day of birth", "20200401", 2020, 4, 1, 0)]
    public void Age_is_counted_in_full_years(string description, string birth, int year, int month, int day, int age)
    {
        AgeRecord record = AgeRecord.Read(CardBytes.AgeRecord(birth, _card, _issuer));
        record.AgeOn(new DateOnly(year, month, day)).ShouldBe(age, description);
        record.Reaches(age, new DateOnly(year, month, day)).ShouldBe(AgeAnswer.Reached, description);
        record.Reaches(age + 1, new DateOnly(year, month, day)).ShouldBe(AgeAnswer.NotReached, description);
    }

    [Theory]
    [InlineData("day unknown, month over", "20000300", 2020, 4, 1, AgeAnswer.Reached)]
    [InlineData("day unknown, in the month", "20000300", 2020, 3, 15, AgeAnswer.Unknown)]
    [InlineData("day unknown, before the month", "20000300", 2020, 2, 29, AgeAnswer.NotReached)]
    [InlineData("day unknown, last day of the month", "20000300", 2020, 3, 31, AgeAnswer.Reached)]
    [InlineData("month unknown, year over", "20000000", 2021, 1, 1, AgeAnswer.Reached)]
    [InlineData("month unknown, in the year", "20000000", 2020, 7, 1, AgeAnswer.Unknown)]
    [InlineData("month unknown, before the year", "20000000", 2019, 12, 31, AgeAnswer.NotReached)]
    [InlineData("nothing known", "00000000", 2020, 7, 1, AgeAnswer.Unknown)]
    public void Partly_unknown_birth_date_answers_only_what_is_sure(string description, string birth, int year, int month, int day, AgeAnswer answer)
    {
        AgeRecord record = AgeRecord.Read(CardBytes.AgeRecord(birth, _card, _issuer));
        record.AgeOn(new DateOnly(year, month, day)).ShouldBeNull(description);
        record.Reaches(20, new DateOnly(year, month, day)).ShouldBe(answer, description);
    }

    [Fact]
    public void Day_before_birth_has_no_age() =>
        AgeRecord.Read(CardBytes.AgeRecord("20200401", _card, _issuer)).AgeOn(new DateOnly(2020, 3, 31)).ShouldBeNull();

    [Fact]
    public async Task Face_is_read_and_its_three_digests_are_signed()
    {
        byte[] file = CardBytes.Face(CardBytes.FaceObjects(_card, _issuer));
        file.AsSpan(8, 8).ToArray().ShouldBe(ScriptedChannel.Hex("001A002500290137"));
        SurfaceApplication application = await OpenAsync(NewCard());
        using FaceRecord face = await application.ReadFaceAsync();
        face.IsSignedBy(await IssuerAsync(application)).ShouldBeTrue();
        (face.BirthDate.ToCardForm(), face.Sex, face.Expiry).ShouldBe(("19900401", Sex.Female, new DateOnly(2034, 4, 1)));
        face.NameImage.ToArray().ShouldBe(CardBytes.Pattern(300, 1));
        face.AddressImage.ToArray().ShouldBe(CardBytes.Pattern(900, 2));
        face.Photo.ToArray().ShouldBe(CardBytes.Pattern(4000, 3));
        face.SecurityCodeImage.ToArray().ShouldBe(CardBytes.Pattern(90, 4));
        face.ToString().ShouldBe("FaceRecord(***)");
    }

    [Theory]
    [InlineData("birth date", 0, 5, false)]
    [InlineData("sex", 1, 3, false)]
    [InlineData("card key", 2, 100, false)]
    [InlineData("name", 3, 100, false)]
    [InlineData("address", 4, 100, false)]
    [InlineData("photo", 5, 2000, false)]
    [InlineData("signature", 6, 100, false)]
    [InlineData("expiry, which is not signed", 7, 9, true)]
    [InlineData("code image, which is not signed", 8, 50, true)]
    public async Task Changed_bit_breaks_the_signature_where_it_reaches(string description, int part, int at, bool signed)
    {
        byte[][] objects = CardBytes.FaceObjects(_card, _issuer);
        objects[part][at] ^= 0x01;
        using FaceRecord face = FaceRecord.Read(CardBytes.Face(objects));
        face.IsSignedBy(await IssuerAsync(await OpenAsync(NewCard()))).ShouldBe(signed, description);
    }

    [Fact]
    public async Task Signature_of_another_key_or_over_one_plain_digest_does_not_verify()
    {
        VerifiedCardIssuer issuer = await IssuerAsync(await OpenAsync(NewCard()));
        using FaceRecord foreign = FaceRecord.Read(CardBytes.Face(CardBytes.FaceObjects(_card, _stranger)));
        foreign.IsSignedBy(issuer).ShouldBeFalse();
        byte[][] objects = CardBytes.FaceObjects(_card, _issuer);
        objects[6] = CardBytes.Tlv(0xDF28, CardBytes.Sign(_issuer, objects[..6]));
        using FaceRecord plain = FaceRecord.Read(CardBytes.Face(objects));
        plain.IsSignedBy(issuer).ShouldBeFalse();
        objects[6] = CardBytes.Tlv(0xDF28, [0x01]);
        using FaceRecord tiny = FaceRecord.Read(CardBytes.Face(objects));
        tiny.IsSignedBy(issuer).ShouldBeFalse();
    }

    [Fact]
    public async Task Issuer_that_is_vouched_for_in_another_application_signs_nothing_here()
    {
        SurfaceApplication application = await OpenAsync(NewCard());
        CardTrustAnchors elsewhere = new(new CardTrustAnchor(CardAnchorPurpose.InputSupport, CardKeyId.Of(6000023, 1), new CardPublicKey(CardBytes.Modulus(_authority))));
        VerifiedCardIssuer other = elsewhere.Check(CardAnchorPurpose.InputSupport, await application.ReadCertificateAsync()).Issuer.ShouldNotBeNull();
        VerifiedCardIssuer issuer = await IssuerAsync(application);
        other.Key.ShouldBe(issuer.Key);
        AgeRecord age = await application.ReadAgeRecordAsync();
        using FaceRecord face = await application.ReadFaceAsync();
        using NumberImage image = await application.ReadNumberImageAsync();
        (age.IsSignedBy(issuer), face.IsSignedBy(issuer), image.IsSignedBy(issuer)).ShouldBe((true, true, true));
        (age.IsSignedBy(other), face.IsSignedBy(other), image.IsSignedBy(other)).ShouldBe((false, false, false));
    }

    [Theory]
    [InlineData("first offset", 9)]
    [InlineData("fourth offset", 14)]
    [InlineData("last offset", 25)]
    public void Offset_that_leads_elsewhere_is_bad_data(string description, int at)
    {
        byte[] file = CardBytes.Face(CardBytes.FaceObjects(_card, _issuer));
        file[at] ^= 0x01;
        Should.Throw<CardDataException>(() => FaceRecord.Read(file), description).Message.ShouldContain("DF21", Case.Sensitive, description);
    }

    [Theory]
    [InlineData("photo missing", "a b c d e g h i")]
    [InlineData("photo twice", "a b c d e f f g h i")]
    [InlineData("name and address exchanged", "a b c e d f g h i")]
    [InlineData("signature missing", "a b c d e f h i")]
    [InlineData("nothing", "")]
    public void Objects_in_another_row_are_bad_data(string description, string row)
    {
        byte[][] objects = CardBytes.FaceObjects(_card, _issuer);
        byte[][] chosen = [.. row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => objects[part[0] - 'a'])];
        Should.Throw<CardDataException>(() => FaceRecord.Read(CardBytes.Face(chosen)), description);
    }

    [Theory]
    [InlineData("month 13", "20341301")]
    [InlineData("no day", "20340400")]
    [InlineData("seven digits", "2034040")]
    [InlineData("letters", "2034AB01")]
    public void Expiry_that_is_no_date_is_bad_data(string description, string digits)
    {
        byte[][] objects = CardBytes.FaceObjects(_card, _issuer);
        objects[7] = CardBytes.Tlv(0xDF29, CardBytes.Ascii(digits));
        Should.Throw<CardDataException>(() => FaceRecord.Read(CardBytes.Face(objects)), description);
    }

    [Fact]
    public async Task Disposed_face_and_image_are_zeroed_and_closed()
    {
        SurfaceApplication application = await OpenAsync(NewCard());
        VerifiedCardIssuer issuer = await IssuerAsync(application);
        FaceRecord face = await application.ReadFaceAsync();
        NumberImage image = await application.ReadNumberImageAsync();
        ReadOnlyMemory<byte>[] kept = [face.Photo, face.NameImage, image.Image];
        face.Dispose();
        image.Dispose();
        kept.All(memory => memory.Span.IndexOfAnyExcept((byte)0) < 0).ShouldBeTrue();
        Should.Throw<ObjectDisposedException>(() => face.Photo);
        Should.Throw<ObjectDisposedException>(() => face.IsSignedBy(issuer));
        Should.Throw<ObjectDisposedException>(() => image.Image);
        Should.Throw<ObjectDisposedException>(() => image.IsSignedBy(issuer));
    }

    [Fact]
    public async Task Number_image_is_read_and_signed()
    {
        SurfaceApplication application = await OpenAsync(NewCard());
        using NumberImage image = await application.ReadNumberImageAsync();
        image.Image.ToArray().ShouldBe(CardBytes.Pattern(150, 5));
        image.IsSignedBy(await IssuerAsync(application)).ShouldBeTrue();
        image.CardKey.ShouldBe((await application.ReadAgeRecordAsync()).CardKey);
        using NumberImage foreign = NumberImage.Read(CardBytes.NumberImage(CardBytes.Pattern(150, 5), _card, _stranger));
        foreign.IsSignedBy(await IssuerAsync(application)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("empty", 0)]
    [InlineData("cut in the image", 100)]
    [InlineData("cut in the signature", 600)]
    public void Truncated_number_image_is_bad_data(string description, int length)
    {
        byte[] file = CardBytes.NumberImage(CardBytes.Pattern(150, 5), _card, _issuer);
        Should.Throw<CardDataException>(() => NumberImage.Read(file.AsSpan(0, length)), description);
    }

    [Fact]
    public async Task Info_is_read()
    {
        SurfaceInfo info = await (await OpenAsync(NewCard())).ReadInfoAsync();
        (info.Version.Specification, info.KeyId.ToString(), info.FormatVersion, info.Municipality).ShouldBe(((byte)6, "6000024/001", (byte)0, "13101"));
        (info.ReferenceKeyId.ToString(), info.Reference.Length).ShouldBe(("5900025/001", 256));
    }

    [Fact]
    public async Task Genuine_card_and_copy_are_told_apart()
    {
        SurfaceApplication application = await OpenAsync(NewCard());
        AgeRecord record = await application.ReadAgeRecordAsync();
        using FaceRecord face = await application.ReadFaceAsync();
        (await application.CheckGenuineAsync(Anchors(), record, new CountingRandom())).Outcome.ShouldBe(GenuineCardOutcome.Genuine);
        (await application.CheckGenuineAsync(Anchors(), face, new CountingRandom())).Outcome.ShouldBe(GenuineCardOutcome.Genuine);
        (await application.CheckGenuineAsync(CardTrustAnchors.None, record, new CountingRandom())).Outcome.ShouldBe(GenuineCardOutcome.IssuerNotVerified);
        SurfaceApplication copy = await OpenAsync(NewCard(_stranger));
        (await copy.CheckGenuineAsync(Anchors(), record, new CountingRandom())).Outcome.ShouldBe(GenuineCardOutcome.Copy);
        AgeRecord forged = AgeRecord.Read(CardBytes.AgeRecord("20000101", _stranger, _stranger));
        (await copy.CheckGenuineAsync(Anchors(), forged, new CountingRandom())).Outcome.ShouldBe(GenuineCardOutcome.KeyNotSigned);
    }

    [Fact]
    public async Task Keys_go_to_their_swapped_references()
    {
        ScriptedChannel card = new(
            Select,
            "00A4020C020013 -> 9000", "00200080 -> 63CA", "002000800C 313233343536373839303138 -> 9000",
            "00A4020C020012 -> 9000", "00200080 -> 63CA", "002000800E 3032303430313230333431323334 -> 9000",
            "00A4020C020011 -> 9000", "00200080 -> 63C1");
        SurfaceApplication application = await SurfaceApplication.SelectAsync(CardSession.Over(card));
        IndividualNumber.TryParse("123456789018"u8, out IndividualNumber individual);
        using MatchingNumberA a = MatchingNumberA.From(individual);
        using MatchingNumberB b = MatchingNumberB.Parse("02040120341234");
        using BirthDateKey birth = BirthDateKey.Parse("020401");
        (await application.VerifyMatchingNumberAsync(a)).IsVerified.ShouldBeTrue();
        (await application.VerifyMatchingNumberAsync(b)).IsVerified.ShouldBeTrue();
        (await application.VerifyBirthDateAsync(birth)).ShouldBe(PinVerification.RefusedLastTry);
        card.ShouldBeAtTheEnd();
        Should.Throw<ArgumentException>(() => application.GetPinStatusAsync(PinReference.InputSupportMatchingA));
    }

    private CardTrustAnchors Anchors() => new(new CardTrustAnchor(CardAnchorPurpose.Surface, CardKeyId.Of(6000023, 1), new CardPublicKey(CardBytes.Modulus(_authority))));

    private async Task<VerifiedCardIssuer> IssuerAsync(SurfaceApplication application) => (await application.CheckIssuerAsync(Anchors())).Issuer.ShouldNotBeNull();

    private static async Task<SurfaceApplication> OpenAsync(FileCard card) => await SurfaceApplication.SelectAsync(CardSession.Over(card.Channel));

    private FileCard NewCard(RSA? key = null) => new(key ?? _card)
    {
        [FileCard.Surface, 0x0001] = [.. CardBytes.AgeRecord("19900401", _card, _issuer), 0xFF, 0xFF],
        [FileCard.Surface, 0x0002] = [.. CardBytes.Face(CardBytes.FaceObjects(_card, _issuer)), 0xFF, 0xFF, 0xFF],
        [FileCard.Surface, 0x0003] = CardBytes.Tlv(
            0xFF30, CardBytes.Tlv(0xDF31, [0x06, 0x03, 0x0E, 0x01]), CardBytes.Tlv(0xDF32, CardBytes.KeyName("6000024/001")), CardBytes.Tlv(0xDF33, [0x00]),
            CardBytes.Tlv(0xDF34, CardBytes.Ascii("13101")), CardBytes.Tlv(0xDF35, CardBytes.KeyName("5900025/001"), CardBytes.Pattern(256, 9))),
        [FileCard.Surface, 0x0004] = CardBytes.Certificate("6000023/001", "1310100/000", _issuer, _authority),
        [FileCard.Surface, 0x0005] = CardBytes.NumberImage(CardBytes.Pattern(150, 5), _card, _issuer),
    };
}
