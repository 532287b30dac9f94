using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures.Cms;

namespace MyNumber.Jpki.Tests.Signatures.Timestamps;

public sealed class TimestampVerifierTests : IDisposable
{
    private static readonly byte[] Data = Encoding.UTF8.GetBytes("見本の文書");

    private readonly StampDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_token_of_a_trusted_authority_is_valid()
    {
        TimestampResult result = _desk.Verify(_desk.Stamp(Data) with { Time = "20261121025900.25Z", AfterTime = [0x30, 0x07, 0x02, 0x01, 0x02, 0x80, 0x02, 0x01, 0xF4] });
        result.Reason.ShouldBe(VerificationReason.None);
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        result.Token!.GeneratedAt.ShouldBe(new DateTimeOffset(2026, 11, 21, 2, 59, 0, 250, TimeSpan.Zero));
        result.Token.Accuracy.ShouldBe(TimeSpan.FromMilliseconds(2500));
        result.ExistedAt.ShouldBe(new DateTimeOffset(2026, 11, 21, 2, 59, 2, 750, TimeSpan.Zero));
        result.Token.Policy.ShouldBe(LabStamp.Policy);
        result.Authority.ToArray().ShouldBe(_desk.AuthorityDer);
    }

    [Fact]
    public void Optional_parts_are_read()
    {
        LabStamp stamp = _desk.Stamp(Data) with { AfterTime = [0x01, 0x01, 0xFF], Nonce = [0x01, 0x02], AfterNonce = [0xA0, 0x06, 0xA4, 0x04, 0x30, 0x02, 0x31, 0x00] };
        TimestampResult result = _desk.Verify(stamp);
        result.Reason.ShouldBe(VerificationReason.None);
        result.Token!.IsOrdered.ShouldBeTrue();
        result.Token.Nonce.ToArray().ShouldBe([0x01, 0x02]);
        result.Token.Accuracy.ShouldBeNull();
    }

    public static TheoryData<string, string> Malformed => new()
    {
        { "version 2", "version" },
        { "time without seconds", "202611210259Z" },
        { "time with an offset", "20261121025900+0900" },
        { "time with an empty fraction", "20261121025900.Z" },
        { "time with a trailing zero", "20261121025900.50Z" },
        { "time with a comma", "20261121025900,5Z" },
        { "time with a letter", "2026112102590AZ" },
        { "thirteenth month", "20261321025900Z" },
        { "time in local form", "20261121025900" },
        { "an imprint of another length", "imprint" },
        { "accuracy of 1000 milliseconds", "accuracy" },
        { "accuracy that is negative", "negative" },
        { "ordering FALSE written out", "ordering" },
        { "a critical extension", "critical" },
        { "empty extensions", "extensions" },
        { "something behind the end", "tail" },
        { "a nonce of 33 bytes", "nonce" },
        { "content of another type", "type" },
        { "content left out", "detached" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Other_shapes_are_malformed(string description, string shape)
    {
        LabStamp stamp = _desk.Stamp(Data);
        stamp = shape switch
        {
            "version" => stamp with { Version = 2 },
            "imprint" => stamp with { Hash = data => SHA256.HashData(data)[..20] },
            "accuracy" => stamp with { AfterTime = [0x30, 0x04, 0x80, 0x02, 0x03, 0xE8] },
            "negative" => stamp with { AfterTime = [0x30, 0x03, 0x02, 0x01, 0xFF] },
            "ordering" => stamp with { AfterTime = [0x01, 0x01, 0x00] },
            "critical" => stamp with { AfterNonce = [0xA1, 0x0C, 0x30, 0x0A, 0x06, 0x03, 0x2A, 0x03, 0x04, 0x01, 0x01, 0xFF, 0x04, 0x00] },
            "extensions" => stamp with { AfterNonce = [0xA1, 0x00] },
            "tail" => stamp with { AfterNonce = [0x05, 0x00] },
            "nonce" => stamp with { Nonce = [0x01, .. new byte[32]] },
            "type" => stamp with { Signing = new CmsSigningOptions() },
            "detached" => stamp with { Signing = new CmsSigningOptions { ContentType = LabStamp.TokenType, Detached = true } },
            _ => stamp with { Time = shape },
        };
        _desk.Verify(stamp).Reason.ShouldBe(VerificationReason.TimestampMalformed, description);
    }

    [Fact]
    public void A_token_over_other_data_is_refused()
    {
        LabStamp stamp = _desk.Stamp(Data);
        _desk.Verifier.Verify(stamp.Token(), [.. Data, 0], SigningDesk.Now).Reason.ShouldBe(VerificationReason.TimestampImprintMismatch);
        _desk.Verify(stamp with { HashOid = "2.16.840.1.101.3.4.2.3", Hash = SHA512.HashData }).Reason.ShouldBe(VerificationReason.None);
        _desk.Verify(stamp with { HashOid = "1.3.14.3.2.26", Hash = SHA1.HashData }).Reason.ShouldBe(VerificationReason.AlgorithmNotAccepted);
    }

    public static TheoryData<string, string[], bool, X509KeyUsageFlags?> Authorities => new()
    {
        { "no purpose", [], true, X509KeyUsageFlags.DigitalSignature },
        { "purpose not critical", [StampDesk.TimeStamping], false, X509KeyUsageFlags.DigitalSignature },
        { "a second purpose", [StampDesk.TimeStamping, "1.3.6.1.5.5.7.3.2"], true, X509KeyUsageFlags.DigitalSignature },
        { "another purpose", ["1.3.6.1.5.5.7.3.9"], true, X509KeyUsageFlags.DigitalSignature },
        { "any purpose", ["2.5.29.37.0"], true, X509KeyUsageFlags.DigitalSignature },
        { "a key that encrypts", [StampDesk.TimeStamping], true, X509KeyUsageFlags.KeyEncipherment },
        { "a key that signs and encrypts", [StampDesk.TimeStamping], true, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment },
    };

    [Theory]
    [MemberData(nameof(Authorities))]
    public void A_certificate_that_may_not_stamp_is_refused(string description, string[] purposes, bool critical, X509KeyUsageFlags? usage)
    {
        LabStamp stamp = _desk.Stamp(Data) with { Signer = SignerCredential.Create(_desk.Issue(purposes, critical, usage), _desk.AuthorityKey) };
        _desk.Verify(stamp).Reason.ShouldBe(VerificationReason.TimestampSignerNotAuthorised, description);
    }

    [Fact]
    public void A_token_without_its_certificate_or_without_the_binding_is_refused()
    {
        LabStamp stamp = _desk.Stamp(Data);
        _desk.Verify(stamp with { Signing = stamp.Signing with { IncludesCertificate = false } }).Reason.ShouldBe(VerificationReason.TimestampSignerNotAuthorised);
        _desk.Verify(stamp with { Signing = stamp.Signing with { IncludesSigningCertificate = false } }).Reason.ShouldBe(VerificationReason.TimestampSignatureInvalid);
    }

    [Fact]
    public void A_certificate_swapped_for_another_of_the_same_name_and_key_is_refused()
    {
        LabStamp stamp = _desk.Stamp(Data) with { Signing = new CmsSigningOptions { ContentType = LabStamp.TokenType, IncludesCertificate = false } };
        CmsSignedDocument token = SignerDesk.Parse(stamp.Token());
        SignedDataWriter writer = SignedDataWriter.From(token);
        writer.AddSigner(token.Signers[0].Fields.Encoded);
        writer.AddCertificate(_desk.Issue([StampDesk.TimeStamping], to: SigningDesk.Now.AddYears(6)));
        _desk.Verifier.Verify(writer.Encode(), Data, SigningDesk.Now).Reason.ShouldBe(VerificationReason.TimestampSignerNotAuthorised);
    }

    [Fact]
    public void Times_out_of_order_are_refused()
    {
        LabStamp stamp = _desk.Stamp(Data);
        _desk.Verify(stamp, SigningDesk.Now.AddMinutes(-6)).Reason.ShouldBe(VerificationReason.None);
        _desk.Verify(stamp, SigningDesk.Now.AddMinutes(-6.1)).Reason.ShouldBe(VerificationReason.TimestampOutOfPeriod);
        byte[] later = _desk.Issue([StampDesk.TimeStamping], from: SigningDesk.Now), earlier = _desk.Issue([StampDesk.TimeStamping], to: SigningDesk.Now.AddMinutes(-2));
        _desk.Verify(stamp with { Signer = SignerCredential.Create(later, _desk.AuthorityKey) }).Reason.ShouldBe(VerificationReason.TimestampOutOfPeriod);
        _desk.Verify(stamp with { Signer = SignerCredential.Create(earlier, _desk.AuthorityKey) }).Reason.ShouldBe(VerificationReason.TimestampOutOfPeriod);
    }

    [Fact]
    public void A_changed_token_is_never_valid()
    {
        byte[] token = _desk.Stamp(Data).Token();
        for (int position = 0; position < token.Length; position++)
        {
            byte[] changed = [.. token];
            changed[position] ^= (byte)(1 << (position % 8));
            TimestampResult result = _desk.Verifier.Verify(changed, Data, SigningDesk.Now);
            if (result.Outcome == VerificationOutcome.Valid)
            {
                position.ShouldBeLessThan(token.AsSpan().IndexOf(Convert.FromHexString("060B2A864886F70D0109100104")), "only the hint of digests may vary");
            }
        }
    }

    [Fact]
    public void Every_truncation_is_malformed()
    {
        byte[] token = _desk.Stamp(Data).Token();
        for (int length = 0; length < token.Length; length += 3)
        {
            _desk.Verifier.Verify(token.AsSpan(0, length), Data, SigningDesk.Now).Reason.ShouldBe(VerificationReason.TimestampMalformed);
        }

        _desk.Verifier.Verify([.. token, 0], Data, SigningDesk.Now).Reason.ShouldBe(VerificationReason.TimestampMalformed);
        _desk.Verifier.Verify(new byte[TimestampToken.MaximumLength + 1], Data, SigningDesk.Now).Reason.ShouldBe(VerificationReason.TimestampMalformed);
    }

    [Fact]
    public void An_authority_under_no_pinned_anchor_is_not_trusted()
    {
        using ShapedAuthority other = new(5, "C=JP, O=OTHER TEST, OU=Other Time Anchor");
        LabStamp stamp = _desk.Stamp(Data) with { Signer = SignerCredential.Create(_desk.Issue([StampDesk.TimeStamping], by: other), _desk.AuthorityKey) };
        TimestampResult result = _desk.Verify(stamp with { Signing = stamp.Signing with { OtherCertificates = [other.Der] } });
        result.Outcome.ShouldNotBe(VerificationOutcome.Valid);
        result.Reason.ShouldBe(VerificationReason.IssuerUnknown);
        result.ExistedAt.ShouldBeNull();
    }

    [Fact]
    public void Without_a_list_the_strict_chain_leaves_the_answer_undetermined()
    {
        TimestampVerifier strict = new(new ChainTimestampTrust([_desk.Anchor.Der]));
        TimestampResult result = strict.Verify(_desk.Stamp(Data).Token(), Data, SigningDesk.Now);
        result.Outcome.ShouldBe(VerificationOutcome.Undetermined);
        result.ExistedAt.ShouldBeNull();
    }

    [Fact]
    public void A_trust_keeps_what_it_was_given_and_refuses_options_out_of_range()
    {
        List<ReadOnlyMemory<byte>> anchors = [_desk.Anchor.Der];
        TimestampVerifier verifier = new(new ChainTimestampTrust(anchors, null, StampDesk.NoStatus));
        anchors.Clear();
        verifier.Verify(_desk.Stamp(Data).Token(), Data, SigningDesk.Now).Reason.ShouldBe(VerificationReason.None);
        Should.Throw<ArgumentOutOfRangeException>(() => new ChainTimestampTrust(anchors, null, StampDesk.NoStatus with { MaximumCrls = 0 }));
    }

    [Fact]
    public void A_skew_out_of_range_is_refused()
    {
        ChainTimestampTrust trust = new([_desk.Anchor.Der]);
        Should.Throw<ArgumentOutOfRangeException>(() => new TimestampVerifier(trust, TimeSpan.FromSeconds(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => new TimestampVerifier(trust, TimeSpan.FromDays(2)));
    }
}
