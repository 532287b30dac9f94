using System.Security.Cryptography;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures.Cms;

namespace MyNumber.Jpki.Tests.Signatures.Timestamps;

public sealed class TimestampedDocumentTests : IDisposable
{
    private readonly StampDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_stamped_document_is_valid_with_its_time()
    {
        byte[] cms = _desk.SignAndStamp();
        TimestampedDocumentResult result = await _desk.VerifyAsync(cms);
        result.Reason.ShouldBe(VerificationReason.None);
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        result.Timestamps.Count.ShouldBe(1);
        result.Timestamps[0].ExistedAt.ShouldBe(new DateTimeOffset(2026, 11, 21, 2, 59, 0, TimeSpan.Zero));
        (await _desk.Signers.Desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task Both_signers_are_stamped_each_over_its_own_signature()
    {
        byte[] cms = _desk.Signers.SignByBoth();
        for (int i = 0; i < 2; i++)
        {
            CmsSignedDocument document = SignerDesk.Parse(cms);
            CmsSignerInfo signer = document.Signers.First(s => s.TimestampTokens.Count == 0);
            TimestampToken.TryParse(_desk.Stamp(signer.Signature.ToArray()).Token(), out TimestampToken? token).ShouldBeTrue();
            (await _desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.TimestampMissing);
            cms = SignatureTimestamps.Attach(document, signer, token!);
        }

        (await _desk.VerifyAsync(cms)).Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task A_document_without_a_timestamp_is_refused_and_status_is_not_asked()
    {
        TimestampedDocumentResult result = await _desk.VerifyAsync(_desk.Signers.SignByFirst());
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Reason.ShouldBe(VerificationReason.TimestampMissing);
        result.Signers.Outcome.ShouldBe(VerificationOutcome.Undetermined);
        _desk.Signers.Desk.Status.Asked.ShouldBe(0);
    }

    [Fact]
    public void A_token_over_another_signature_is_not_attached()
    {
        CmsSignedDocument document = SignerDesk.Parse(_desk.Signers.SignByFirst()), other = SignerDesk.Parse(_desk.Signers.SignByBoth());
        TimestampToken.TryParse(_desk.Stamp([1, 2, 3]).Token(), out TimestampToken? foreign).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => SignatureTimestamps.Attach(document, document.Signers[0], foreign!));
        TimestampToken.TryParse(_desk.Stamp(document.Signers[0].Signature.ToArray()).Token(), out TimestampToken? own).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => SignatureTimestamps.Attach(other, document.Signers[0], own!));
        CmsSignedDocument stamped = SignerDesk.Parse(SignatureTimestamps.Attach(document, document.Signers[0], own!));
        Should.Throw<ArgumentException>(() => SignatureTimestamps.Attach(stamped, stamped.Signers[0], own!));
    }

    [Theory]
    [InlineData("thirty-one small attributes", 31, 8, true)]
    [InlineData("thirty-two small attributes", 32, 8, false)]
    [InlineData("a large attribute", 1, 1_000_000, true)]
    [InlineData("one that leaves no room", 1, 1_048_000, false)]
    public void A_token_is_attached_only_where_it_is_read_again(string description, int count, int length, bool fits)
    {
        byte[] bare = _desk.Signers.SignByFirst();
        CmsSignedDocument document = SignerDesk.Parse(UnsignedAttributesOf.FirstSigner(
            SignerDesk.Parse(bare), [.. Enumerable.Range(1, count).Select(i => HandMadeCms.Attribute($"2.25.{i}", w => w.WriteOctetString(new byte[length])))]));
        TimestampToken.TryParse(_desk.Stamp(document.Signers[0].Signature.ToArray()).Token(), out TimestampToken? token).ShouldBeTrue();
        if (fits)
        {
            SignerDesk.Parse(SignatureTimestamps.Attach(document, document.Signers[0], token!)).Signers[0].TimestampTokens.Count.ShouldBe(1, description);
        }
        else
        {
            Should.Throw<ArgumentException>(() => SignatureTimestamps.Attach(document, document.Signers[0], token!), description);
        }
    }

    public static TheoryData<string, VerificationReason> Unsigned => new()
    {
        { "over another signature", VerificationReason.TimestampImprintMismatch },
        { "over the content", VerificationReason.TimestampImprintMismatch },
        { "two tokens in one attribute", VerificationReason.TimestampAmbiguous },
        { "two attributes of one token", VerificationReason.TimestampAmbiguous },
        { "no token but a number", VerificationReason.TimestampMalformed },
    };

    [Theory]
    [MemberData(nameof(Unsigned))]
    public async Task Tokens_that_do_not_belong_are_refused(string description, VerificationReason expected)
    {
        CmsSignedDocument document = SignerDesk.Parse(_desk.Signers.SignByFirst());
        byte[] own = _desk.Stamp(document.Signers[0].Signature.ToArray()).Token();
        byte[] later = (_desk.Stamp(document.Signers[0].Signature.ToArray()) with { Time = "20261121025901Z" }).Token();
        byte[][][] attributes = description switch
        {
            "over another signature" => [[_desk.Stamp(new byte[256]).Token()]],
            "over the content" => [[_desk.Stamp(SigningDesk.Application).Token()]],
            "two tokens in one attribute" => [[own, later]],
            "two attributes of one token" => [[own], [own]],
            _ => [[[0x02, 0x01, 0x05]]],
        };
        byte[] cms = WithTokens(document, attributes);
        TimestampedDocumentResult result = await _desk.VerifyAsync(cms);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Reason.ShouldBe(expected, description);

        // The signature itself is not touched by what anyone may add.
        (await _desk.Signers.Desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task A_time_outside_of_the_signers_certificate_is_refused()
    {
        byte[] early = _desk.Issue([StampDesk.TimeStamping], from: SigningDesk.Now.AddYears(-3));
        SignerCredential old = SignerCredential.Create(early, _desk.AuthorityKey);
        byte[] cms = _desk.SignAndStamp(stamp => stamp with { Signer = old, Time = "20250402030404Z" });
        (await _desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.TimestampOutOfPeriod);
        cms = _desk.SignAndStamp(stamp => stamp with { Signer = old, Time = "20250402030405Z" });
        (await _desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task A_time_is_in_the_period_of_a_certificate_without_a_known_end()
    {
        DateTimeOffset endless = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero); // RFC 5280 §4.1.2.5
        byte[] der = (ShapedLeaf.Signature with { NotAfter = endless }).IssueBy(_desk.Signers.Desk.SignatureAuthority);
        SignerCredential signer = SignerCredential.Create(der, _desk.Signers.FirstKey);
        CmsSignedDocument document = SignerDesk.Parse(_desk.Signers.Signer.Sign(signer, SigningDesk.Application));
        byte[] token = _desk.Stamp(document.Signers[0].Signature.ToArray()).Token();
        TimestampedDocumentResult result = await _desk.VerifyAsync(WithTokens(document, [[token]]));
        result.Timestamps[0].Reason.ShouldBe(VerificationReason.None);
        result.Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task A_bad_signature_under_a_good_timestamp_is_refused()
    {
        byte[] cms = _desk.SignAndStamp();
        byte[] digest = SHA256.HashData(SigningDesk.Application);
        cms[cms.AsSpan().IndexOf(digest)] ^= 1;
        TimestampedDocumentResult result = await _desk.VerifyAsync(cms);
        result.Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
        result.Timestamps[0].Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task What_cannot_be_read_is_malformed()
    {
        TimestampedDocumentResult result = await _desk.VerifyAsync([0x30, 0x00]);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    private static byte[] WithTokens(CmsSignedDocument document, byte[][][] attributes) => UnsignedAttributesOf.FirstSigner(
        document, [.. attributes.Select(values => HandMadeCms.Attribute("1.2.840.113549.1.9.16.2.14", w => values.ToList().ForEach(v => w.WriteEncodedValue(v))))]);
}
