using System.Security.Cryptography;
using MyNumber.Card.Certificates;
using MyNumber.Card.Tests.Doubles;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Tests.Certificates;

public sealed class CardTrustAnchorsTests : IDisposable
{
    private readonly RSA _authority = LabKeyPool.Load(0);
    private readonly RSA _middle = LabKeyPool.Load(1);
    private readonly RSA _municipality = LabKeyPool.Load(2);

    public void Dispose()
    {
        _authority.Dispose();
        _middle.Dispose();
        _municipality.Dispose();
    }

    [Fact]
    public void Certificate_has_the_bytes_of_the_notes_and_is_read()
    {
        byte[] bytes = CardBytes.Certificate("6000033/001", "1310100/000", _municipality, _authority);
        bytes.Length.ShouldBe(568);
        bytes[..10].ShouldBe(ScriptedChannel.Hex("7F21 820233 5F4E 820129"));
        CardVerifiableCertificate certificate = CardVerifiableCertificate.Read(bytes);
        (certificate.Issuer, certificate.Subject).ShouldBe((CardKeyId.Of(6000033, 1), CardKeyId.Of(1310100, 0)));
        certificate.Key.Modulus.ToArray().ShouldBe(CardBytes.Modulus(_municipality));
        certificate.ToString().ShouldBe("6000033/001 → 1310100/000");
        certificate.IsSignedBy(KeyOf(_authority)).ShouldBeTrue();
        certificate.IsSignedBy(KeyOf(_municipality)).ShouldBeFalse();
        CardVerifiableCertificate.Read(bytes.AsSpan(5)).Subject.ShouldBe(certificate.Subject);
        CardVerifiableCertificate.Read([.. bytes, 0xFF, 0xFF]).Subject.ShouldBe(certificate.Subject);
    }

    [Theory]
    [InlineData("nothing", 0, 0, -1)]
    [InlineData("filler", 0, 0, -2)]
    [InlineData("one byte short", 0, 567, -1)]
    [InlineData("header alone", 0, 5, -1)]
    [InlineData("body alone", 5, 302, -1)]
    [InlineData("another outer tag", 0, 568, 1)]
    [InlineData("another body tag", 0, 568, 6)]
    [InlineData("a body that tells one byte more", 0, 568, 9)]
    [InlineData("an issuer that is no name", 0, 568, 17)]
    [InlineData("a subject that is no name", 0, 568, 33)]
    [InlineData("another exponent", 0, 568, 44)]
    [InlineData("another signature tag", 0, 568, 308)]
    public void Other_certificate_is_bad_data(string description, int start, int end, int flipped)
    {
        byte[] bytes = CardBytes.Certificate("6000033/001", "1310100/000", _municipality, _authority);
        if (flipped >= 0)
        {
            bytes[flipped] ^= 0x01;
        }

        byte[] content = flipped == -2 ? [0xFF, 0xFF, 0xFF] : bytes[start..end];
        Should.Throw<CardDataException>(() => CardVerifiableCertificate.Read(content), description);
    }

    [Fact]
    public void Anchor_of_the_right_name_and_purpose_vouches()
    {
        CardIssuerCheck check = Anchors().Check(CardAnchorPurpose.InputSupport, Read("6000033/001", "1310100/000", _municipality, _authority));
        check.Outcome.ShouldBe(CardIssuerOutcome.Verified);
        VerifiedCardIssuer issuer = check.Issuer.ShouldNotBeNull();
        (issuer.Purpose, issuer.Id.ToString(), issuer.ToString()).ShouldBe((CardAnchorPurpose.InputSupport, "1310100/000", "1310100/000"));
        issuer.Key.ShouldBe(KeyOf(_municipality));
    }

    [Theory]
    [InlineData("a foreign authority", "6000034/001", 0, CardAnchorPurpose.InputSupport, CardIssuerOutcome.UnknownAuthority)]
    [InlineData("another generation", "6000033/002", 0, CardAnchorPurpose.InputSupport, CardIssuerOutcome.UnknownAuthority)]
    [InlineData("the right authority of another application", "6000033/001", 0, CardAnchorPurpose.Surface, CardIssuerOutcome.UnknownAuthority)]
    [InlineData("the right name and another key", "6000033/001", 1, CardAnchorPurpose.InputSupport, CardIssuerOutcome.BadSignature)]
    [InlineData("a certificate that signs itself", "6000033/001", 2, CardAnchorPurpose.InputSupport, CardIssuerOutcome.BadSignature)]
    public void Certificate_of_somebody_else_is_not_vouched_for(string description, string issuer, int signer, CardAnchorPurpose purpose, CardIssuerOutcome outcome)
    {
        RSA key = signer switch { 0 => _authority, 1 => _middle, _ => _municipality };
        CardIssuerCheck check = Anchors().Check(purpose, Read(issuer, "1310100/000", _municipality, key));
        (check.Outcome, check.Issuer).ShouldBe((outcome, null), description);
    }

    [Fact]
    public void No_anchor_knows_nobody() =>
        CardTrustAnchors.None.Check(CardAnchorPurpose.InputSupport, Read("6000033/001", "1310100/000", _municipality, _authority)).Outcome.ShouldBe(CardIssuerOutcome.UnknownAuthority);

    [Theory]
    [InlineData("whole", "6000020/001", "6000021/001", "6000021/001", false, CardIssuerOutcome.Verified)]
    [InlineData("a link that names another issuer", "6000020/001", "6000021/001", "6000022/001", false, CardIssuerOutcome.BrokenChain)]
    [InlineData("a link that another key signed", "6000020/001", "6000021/001", "6000021/001", true, CardIssuerOutcome.BadSignature)]
    [InlineData("an unknown beginning", "6000029/001", "6000021/001", "6000021/001", false, CardIssuerOutcome.UnknownAuthority)]
    public void Chain_is_followed_link_by_link(string description, string root, string middle, string issuer, bool wrongSigner, CardIssuerOutcome outcome)
    {
        CardIssuerCheck check = Anchors().Check(
            CardAnchorPurpose.CardManager,
            Read(root, middle, _middle, _authority),
            Read(issuer, "1310100/000", _municipality, wrongSigner ? _municipality : _middle));
        check.Outcome.ShouldBe(outcome, description);
        (check.Issuer?.Key.Equals(KeyOf(_municipality)) == true).ShouldBe(outcome == CardIssuerOutcome.Verified, description);
    }

    [Fact]
    public void Two_keys_under_one_name_are_both_tried()
    {
        CardTrustAnchors anchors = new(Anchor(CardAnchorPurpose.InputSupport, 6000033, _middle), Anchor(CardAnchorPurpose.InputSupport, 6000033, _authority));
        anchors.Check(CardAnchorPurpose.InputSupport, Read("6000033/001", "1310100/000", _municipality, _authority)).Outcome.ShouldBe(CardIssuerOutcome.Verified);
    }

    [Theory]
    [InlineData("of the input-support application", CardAnchorPurpose.InputSupport, 6000033, 1)]
    [InlineData("of the surface application", CardAnchorPurpose.Surface, 6000023, 1)]
    [InlineData("of the card manager", CardAnchorPurpose.CardManager, 6000020, 2)]
    public void Chain_that_is_signed_in_every_link_and_one_too_long_is_not_vouched_for(string description, CardAnchorPurpose purpose, int root, int longest)
    {
        CardTrustAnchors anchors = new(Anchor(purpose, root, _authority));
        CardVerifiableCertificate[] chain =
        [
            Read($"{root}/001", "6000021/001", _middle, _authority),
            Read("6000021/001", "1310100/000", _municipality, _middle),
            Read("1310100/000", "1310200/000", _authority, _municipality),
        ];
        CardTrustAnchors.LongestChain(purpose).ShouldBe(longest, description);
        anchors.Check(purpose, chain[..longest]).Outcome.ShouldBe(CardIssuerOutcome.Verified, description);
        Should.Throw<ArgumentException>(() => anchors.Check(purpose, chain[..(longest + 1)]), description);
    }

    [Fact]
    public void Empty_chain_and_unknown_purpose_are_argument_errors()
    {
        CardVerifiableCertificate certificate = Read("6000033/001", "1310100/000", _municipality, _authority);
        Should.Throw<ArgumentException>(() => Anchors().Check(CardAnchorPurpose.InputSupport));
        Should.Throw<ArgumentOutOfRangeException>(() => Anchors().Check((CardAnchorPurpose)3, certificate));
        Should.Throw<ArgumentOutOfRangeException>(() => CardTrustAnchors.LongestChain((CardAnchorPurpose)(-1)));
        Should.Throw<ArgumentException>(() => new CardTrustAnchor(CardAnchorPurpose.Surface, default, KeyOf(_middle)));
        Should.Throw<ArgumentNullException>(() => new CardTrustAnchor(CardAnchorPurpose.Surface, CardKeyId.Of(1, 1), null!));
    }

    [Fact]
    public void Default_check_is_none() => (default(CardIssuerCheck).Outcome, default(CardIssuerCheck).Issuer).ShouldBe((CardIssuerOutcome.None, null));

    private CardTrustAnchors Anchors() =>
        new(Anchor(CardAnchorPurpose.InputSupport, 6000033, _authority), Anchor(CardAnchorPurpose.CardManager, 6000020, _authority));

    private static CardTrustAnchor Anchor(CardAnchorPurpose purpose, int number, RSA key) => new(purpose, CardKeyId.Of(number, 1), KeyOf(key));

    private static CardPublicKey KeyOf(RSA key) => new(CardBytes.Modulus(key));

    private static CardVerifiableCertificate Read(string issuer, string subject, RSA key, RSA signer) =>
        CardVerifiableCertificate.Read(CardBytes.Certificate(issuer, subject, key, signer));
}
