using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Certificates;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;
using MyNumber.Numbering;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Tests.Applications.InputSupport;

public sealed class InputSupportSecurityTests : IDisposable
{
    /// <summary>Digests that the project research notes give for the sample person's files (§4.10).</summary>
    private const string Digests =
        "DF3120 c60c415d94405f03e9c454a8bae073837d2c619925196526852fe61d9c58422d DF3220 4f63dc551694a167e614df6991ab78cd7f08d32b308c5599f6dc4827f0414e37";

    private const string Person =
        "FF205C DF2108000E00200050005B DF220FE8A68BE69CACE38080E88AB1E5AD90"
        + "DF232DE69DB1E4BAACE983BDE58D83E4BBA3E794B0E58CBAE99C9EE3818CE996A2EFBC92EFBC8DEFBC91EFBC8DEFBC92 DF24083139393030343031 DF250132";

    private readonly RSA _authority = LabKeyPool.Load(0);
    private readonly RSA _issuer = LabKeyPool.Load(1);
    private readonly RSA _card = LabKeyPool.Load(2);
    private readonly RSA _stranger = LabKeyPool.Load(3);

    public void Dispose()
    {
        _authority.Dispose();
        _issuer.Dispose();
        _card.Dispose();
        _stranger.Dispose();
    }

    [Theory]
    [InlineData("number alone", InputSupportParts.Number)]
    [InlineData("attributes alone", InputSupportParts.Attributes)]
    [InlineData("both", InputSupportParts.Both)]
    public async Task Signed_files_are_given_out(string description, InputSupportParts parts)
    {
        InputSupportReading reading = await ReadAsync(NewCard(), parts);
        reading.Outcome.ShouldBe(InputSupportIntegrity.Verified, description);
        reading.Issuer.Issuer!.Id.ToString().ShouldBe("1310100/000", description);
        reading.Number.IsEmpty.ShouldBe(!parts.HasFlag(InputSupportParts.Number), description);
        (reading.Attributes?.Name).ShouldBe(parts.HasFlag(InputSupportParts.Attributes) ? "見本　花子" : null, description);
    }

    [Fact]
    public async Task Issuer_that_is_vouched_for_in_another_application_signs_nothing_here()
    {
        InputSupportApplication application = await InputSupportApplication.SelectAsync(CardSession.Over(NewCard().Channel));
        CardTrustAnchors elsewhere = new(new CardTrustAnchor(CardAnchorPurpose.Surface, CardKeyId.Of(6000033, 1), KeyOf(_authority)));
        CardVerifiableCertificate certificate = await application.ReadCertificateAsync();
        VerifiedCardIssuer other = elsewhere.Check(CardAnchorPurpose.Surface, certificate).Issuer.ShouldNotBeNull();
        VerifiedCardIssuer issuer = Anchors().Check(CardAnchorPurpose.InputSupport, certificate).Issuer.ShouldNotBeNull();
        InputSupportSeal seal = await application.ReadSealAsync();
        SignedCardKey key = await application.ReadCardKeyAsync();
        (seal.IsSignedBy(issuer), key.IsSignedBy(issuer)).ShouldBe((true, true));
        (seal.IsSignedBy(other), key.IsSignedBy(other)).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("a digit of the number", 0x0001, 14, InputSupportIntegrity.NumberChanged)]
    [InlineData("filler of the number file", 0x0001, 16, InputSupportIntegrity.NumberChanged)]
    [InlineData("the name", 0x0002, 20, InputSupportIntegrity.AttributesChanged)]
    [InlineData("the sex", 0x0002, 94, InputSupportIntegrity.AttributesChanged)]
    [InlineData("the tag of the offsets", 0x0002, 4, InputSupportIntegrity.AttributesChanged)]
    [InlineData("a signed digest", 0x0003, 10, InputSupportIntegrity.BadSignature)]
    [InlineData("the other signed digest", 0x0003, 50, InputSupportIntegrity.BadSignature)]
    [InlineData("the signature", 0x0003, 300, InputSupportIntegrity.BadSignature)]
    [InlineData("the certificate's signature", 0x0004, 500, InputSupportIntegrity.IssuerNotVerified)]
    [InlineData("the certified key", 0x0004, 100, InputSupportIntegrity.IssuerNotVerified)]
    public async Task Changed_bit_gives_nothing_out(string description, int file, int at, InputSupportIntegrity outcome)
    {
        FileCard card = NewCard();
        card[FileCard.InputSupport, file][at] ^= 0x01;
        InputSupportReading reading = await ReadAsync(card, InputSupportParts.Both);
        reading.Outcome.ShouldBe(outcome, description);
        (reading.Number.IsEmpty, reading.Attributes).ShouldBe((true, null), description);
    }

    [Fact]
    public async Task Offsets_are_not_signed_and_not_followed()
    {
        FileCard card = NewCard();
        card[FileCard.InputSupport, 0x0002][7] ^= 0x01;
        (await ReadAsync(card, InputSupportParts.Attributes)).Outcome.ShouldBe(InputSupportIntegrity.Verified);
    }

    [Fact]
    public async Task Foreign_authority_vouches_for_nothing()
    {
        InputSupportApplication application = await InputSupportApplication.SelectAsync(CardSession.Over(NewCard().Channel));
        CardTrustAnchors foreign = new(new CardTrustAnchor(CardAnchorPurpose.InputSupport, CardKeyId.Of(6000033, 1), KeyOf(_stranger)));
        (await application.ReadVerifiedAsync(InputSupportParts.Both, foreign)).Outcome.ShouldBe(InputSupportIntegrity.IssuerNotVerified);
        CardTrustAnchors surface = new(new CardTrustAnchor(CardAnchorPurpose.Surface, CardKeyId.Of(6000033, 1), KeyOf(_authority)));
        (await application.ReadVerifiedAsync(InputSupportParts.Both, surface)).Issuer.Outcome.ShouldBe(CardIssuerOutcome.UnknownAuthority);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("another object", "FF31 00")]
    [InlineData("empty", "FF30 00")]
    [InlineData("digests alone", "FF30 46 " + Digests)]
    [InlineData("a digest of 31 bytes", "FF30 47 DF311F 0c415d94405f03e9c454a8bae073837d2c619925196526852fe61d9c58422d DF3220 4f63dc551694a167e614df6991ab78cd7f08d32b308c5599f6dc4827f0414e37 DF3300")]
    [InlineData("digests in the other order", "FF30 49 DF3220 4f63dc551694a167e614df6991ab78cd7f08d32b308c5599f6dc4827f0414e37 DF3120 c60c415d94405f03e9c454a8bae073837d2c619925196526852fe61d9c58422d DF3300")]
    [InlineData("one object too many", "FF30 4D " + Digests + " DF3300 DF340100")]
    [InlineData("outer length over the end", "FF30 7F " + Digests)]
    [InlineData("inner length over the outer", "FF30 49 " + Digests + " DF3301 00")]
    [InlineData("hostile length", "FF30 84FFFFFFFF")]
    public void Other_seal_is_bad_data(string description, string file) =>
        Should.Throw<CardDataException>(() => InputSupportSeal.Read(ScriptedChannel.Hex(file)), description);

    [Fact]
    public async Task Info_is_read()
    {
        FileCard card = NewCard();
        card[FileCard.InputSupport, 0x0005] = [.. Info(), .. Filler(92)];
        InputSupportApplication application = await InputSupportApplication.SelectAsync(CardSession.Over(card.Channel));
        InputSupportInfo info = await application.ReadInfoAsync();
        (info.Version.Specification, info.Version.ExtendedLength, info.Version.Vendor, info.Version.VendorByte).ShouldBe(((byte)1, (byte)3, (byte)0x0E, (byte)1));
        info.KeyId.ToString().ShouldBe("6000034/001");
        info.Opaque.Length.ShouldBe(128);
    }

    [Theory]
    [InlineData("another object", 1)]
    [InlineData("a version of another length", 7)]
    [InlineData("a key that is no name", 20)]
    [InlineData("another tag", 13)]
    public void Other_info_is_bad_data(string description, int at)
    {
        byte[] info = Info();
        info[at] ^= 0x40;
        Should.Throw<CardDataException>(() => InputSupportInfo.Read(info), description);
    }

    [Fact]
    public async Task Genuine_card_signs_the_challenge_with_the_certified_key()
    {
        GenuineCardCheck check = await CheckAsync(NewCard());
        (check.Outcome, check.Issuer.Outcome).ShouldBe((GenuineCardOutcome.Genuine, CardIssuerOutcome.Verified));
    }

    [Fact]
    public async Task Challenge_goes_to_the_default_key_as_a_digest_info()
    {
        FileCard card = NewCard();
        await CheckAsync(card);
        byte[] sent = card.Channel.Commands[^1];
        sent[..24].ShouldBe(ScriptedChannel.Hex("802A000033 3031300D060960864801650304020105000420"));
        sent[24..56].ShouldBe(SHA256.HashData([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
        sent[56..].ShouldBe([0x00]);
    }

    [Fact]
    public async Task Copied_files_on_another_chip_are_a_copy() => (await CheckAsync(NewCard(_stranger))).Outcome.ShouldBe(GenuineCardOutcome.Copy);

    [Fact]
    public async Task Key_that_the_issuer_did_not_sign_is_not_asked()
    {
        FileCard card = NewCard(_stranger);
        card[FileCard.InputSupport, 0x0007] = SignedKey(_stranger, _stranger);
        (await CheckAsync(card)).Outcome.ShouldBe(GenuineCardOutcome.KeyNotSigned);
        card.Channel.Commands.ShouldAllBe(command => command[1] != 0x2A);
    }

    [Fact]
    public async Task Whole_forged_card_fails_at_the_anchor()
    {
        FileCard card = NewCard(_stranger);
        card[FileCard.InputSupport, 0x0004] = CardBytes.Certificate("6000033/001", "1310100/000", _stranger, _stranger);
        card[FileCard.InputSupport, 0x0007] = SignedKey(_stranger, _stranger);
        GenuineCardCheck check = await CheckAsync(card);
        (check.Outcome, check.Issuer.Outcome).ShouldBe((GenuineCardOutcome.IssuerNotVerified, CardIssuerOutcome.BadSignature));
        card.Channel.Commands.ShouldAllBe(command => command[1] != 0x2A);
    }

    [Fact]
    public async Task Matching_numbers_go_to_their_own_references()
    {
        ScriptedChannel card = new(
            "00A4040C0AD3921000310001010408 -> 9000",
            "00A4020C020014 -> 9000", "00200080 -> 63CA", "002000800C 313233343536373839303138 -> 9000",
            "00A4020C020015 -> 9000", "00200080 -> 63CA", "002000800E 3032303430313230333431323334 -> 63C9",
            "00A4020C020014 -> 9000", "00200080 -> 63CA");
        InputSupportApplication application = await InputSupportApplication.SelectAsync(CardSession.Over(card));
        IndividualNumber.TryParse("123456789018"u8, out IndividualNumber individual);
        using MatchingNumberA a = MatchingNumberA.From(individual);
        using MatchingNumberB b = MatchingNumberB.Parse("02040120341234");
        (await application.VerifyMatchingNumberAsync(a)).IsVerified.ShouldBeTrue();
        (await application.VerifyMatchingNumberAsync(b)).ShouldBe(PinVerification.Wrong(9));
        (await application.GetPinStatusAsync(PinReference.InputSupportMatchingA)).TriesLeft.ShouldBe(10);
        card.ShouldBeAtTheEnd();
        Should.Throw<ArgumentException>(() => application.GetPinStatusAsync(PinReference.SurfaceMatchingA));
    }

    [Fact]
    public async Task Session_key_is_delivered_and_used()
    {
        using SecureCard secure = new(_card);
        CardSession session = CardSession.Over(secure.Channel);
        InputSupportApplication application = await InputSupportApplication.SelectAsync(session);
        await application.StartSecureMessagingAsync(new CountingRandom());
        session.IsProtected.ShouldBeTrue();
        secure.Seed.ShouldBe([0xA0, 0x22, 0x80, 0x20, .. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        secure.Channel.Commands[^1][..7].ShouldBe(ScriptedChannel.Hex("80AE0000 000100"));
        await session.SelectFileAsync(new CardFileId(0x0001));
        secure.Channel.Commands[^1][..8].ShouldBe(ScriptedChannel.Hex("08A4020C13 861101"));
        await session.SelectApplicationAsync(CardApplicationId.Jpki);
        session.IsProtected.ShouldBeFalse();
        await session.SelectFileAsync(new CardFileId(0x0001));
        secure.Channel.Commands[^1].ShouldBe(ScriptedChannel.Hex("00A4020C020001"));
    }

    [Theory]
    [InlineData("PIN missing", "6982")]
    [InlineData("wrong structure", "6A80")]
    [InlineData("not below the modulus", "6F00")]
    [InlineData("another application", "66F1")]
    public async Task Refused_session_key_leaves_everything_clear(string description, string status)
    {
        using SecureCard secure = new(_card, ScriptedChannel.Hex(status));
        CardSession session = CardSession.Over(secure.Channel);
        InputSupportApplication application = await InputSupportApplication.SelectAsync(session);
        CardStatusException thrown = await Should.ThrowAsync<CardStatusException>(async () => await application.StartSecureMessagingAsync(new CountingRandom()), description);
        (thrown.Operation, thrown.Status.ToString()).ShouldBe(("SET SESSION KEY", status), description);
        session.IsProtected.ShouldBeFalse(description);
    }

    private static byte[] Info() => CardBytes.Tlv(
        0xFF40, CardBytes.Tlv(0xDF41, [0x01, 0x03, 0x0E, 0x01]), CardBytes.Tlv(0xDF42, CardBytes.KeyName("6000034/001")),
        CardBytes.Tlv(0xDF43, [.. CardBytes.Pattern(32, 7), .. Filler(96)]));

    private static byte[] Filler(int length) => [.. Enumerable.Repeat((byte)0xFF, length)];

    private static CardPublicKey KeyOf(RSA key) => new(CardBytes.Modulus(key));

    private static byte[] SignedKey(RSA key, RSA signer)
    {
        byte[] content = CardBytes.Tlv(0xDF51, CardBytes.KeyObject(key));
        return CardBytes.Tlv(0xFF50, content, CardBytes.Tlv(0xDF52, CardBytes.Sign(signer, content)));
    }

    private CardTrustAnchors Anchors() => new(new CardTrustAnchor(CardAnchorPurpose.InputSupport, CardKeyId.Of(6000033, 1), KeyOf(_authority)));

    private FileCard NewCard(RSA? key = null)
    {
        byte[] digests = ScriptedChannel.Hex(Digests);
        FileCard card = new(key ?? _card)
        {
            [FileCard.InputSupport, 0x0001] = ScriptedChannel.Hex("FF100C 313233343536373839303138 FFFF"),
            [FileCard.InputSupport, 0x0002] = [.. ScriptedChannel.Hex(Person), .. Filler(40)],
            [FileCard.InputSupport, 0x0003] = CardBytes.Tlv(0xFF30, digests, CardBytes.Tlv(0xDF33, CardBytes.Sign(_issuer, digests))),
            [FileCard.InputSupport, 0x0004] = CardBytes.Certificate("6000033/001", "1310100/000", _issuer, _authority),
            [FileCard.InputSupport, 0x0007] = SignedKey(_card, _issuer),
        };
        card[FileCard.InputSupport, 0x0003].Length.ShouldBe(336);
        card[FileCard.InputSupport, 0x0007].Length.ShouldBe(536);
        return card;
    }

    private async Task<InputSupportReading> ReadAsync(FileCard card, InputSupportParts parts) =>
        await (await InputSupportApplication.SelectAsync(CardSession.Over(card.Channel))).ReadVerifiedAsync(parts, Anchors());

    private async Task<GenuineCardCheck> CheckAsync(FileCard card) =>
        await (await InputSupportApplication.SelectAsync(CardSession.Over(card.Channel))).CheckGenuineAsync(Anchors(), new CountingRandom());

    /// <summary>Gives EF 0006, opens what SET SESSION KEY brings, and says yes to the rest.</summary>
    private sealed class SecureCard : IDisposable
    {
        private readonly RSA _key;
        private readonly byte[] _file;
        private readonly byte[] _answer;

        public SecureCard(RSA key, byte[]? answer = null)
        {
            _key = key;
            _file = CardBytes.Tlv(0xA1, CardBytes.KeyObject(key));
            _answer = answer ?? [0x90, 0x00];
            Channel = new RuleChannel(Answer);
        }

        public RuleChannel Channel { get; }

        public byte[] Seed { get; private set; } = [];

        public void Dispose() => Channel.Commands.Clear();

        private byte[] Answer(byte[] command)
        {
            switch (command[1])
            {
                case 0xB0:
                    int at = (command[2] << 8) | command[3];
                    return [.. _file.AsSpan(at, Math.Min(command[4] == 0 ? 256 : command[4], _file.Length - at)), 0x90, 0x00];
                case 0xAE:
                    Seed = _key.Decrypt(command[7..], RSAEncryptionPadding.OaepSHA256);
                    return _answer;
                default:
                    return [0x90, 0x00];
            }
        }
    }
}
