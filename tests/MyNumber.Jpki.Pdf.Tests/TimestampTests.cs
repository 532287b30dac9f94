using System.Security.Cryptography;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Tests.Signatures.Cms;
using MyNumber.Jpki.Tests.Signatures.Timestamps;
using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>Signatures that must have a timestamp over them (CAdES-T).</summary>
public sealed class TimestampTests : IDisposable
{
    private readonly PdfDesk _desk = new();
    private readonly StampDesk _stamps = new();

    public void Dispose()
    {
        _stamps.Dispose();
        _desk.Dispose();
    }

    [Fact]
    public async Task Stamped_signature_is_valid_and_says_when_it_existed()
    {
        PdfSignatureResult one = await VerifyAsync(Sign());
        one.Reason.ShouldBe(VerificationReason.None);
        one.Outcome.ShouldBe(VerificationOutcome.Valid);
        one.Timestamp!.ExistedAt.ShouldBe(new DateTimeOffset(2026, 11, 21, 2, 59, 0, TimeSpan.Zero));
        one.Signer.ShouldNotBeNull();
        (await _desk.Strict.VerifyAsync(Sign())).Signatures[0].Timestamp.ShouldBeNull("not asked for");
    }

    [Theory]
    [InlineData("none", VerificationReason.TimestampMissing)]
    [InlineData("over something else", VerificationReason.TimestampImprintMismatch)]
    [InlineData("signature of the authority", VerificationReason.TimestampSignatureInvalid)]
    [InlineData("made later than now", VerificationReason.TimestampOutOfPeriod)]
    [InlineData("made before the signer's certificate", VerificationReason.TimestampOutOfPeriod)]
    [InlineData("authority that may not stamp", VerificationReason.TimestampSignerNotAuthorised)]
    [InlineData("no certificate of the authority", VerificationReason.TimestampSignerNotAuthorised)]
    [InlineData("hash that is not accepted", VerificationReason.AlgorithmNotAccepted)]
    public async Task Stamp_that_does_not_hold_makes_the_signature_invalid(string row, VerificationReason expected)
    {
        byte[] signed = row switch
        {
            "none" => HandSigner.Fill(HandSigner.Page(HandSigner.Plain).Finish(7), _desk.Detached),
            "over something else" => Sign(damage: (message, signature) => Flip(message, message.AsSpan().IndexOf(SHA256.HashData(signature)))),
            "signature of the authority" => Sign(damage: (message, _) => Flip(message, message.Length - 1)),
            "made later than now" => Sign(stamp => stamp with { Time = "20261121030600Z" }),
            "made before the signer's certificate" => Sign(stamp => stamp with { Time = "20250402030404Z", Signer = Authority([StampDesk.TimeStamping]) }),
            "authority that may not stamp" => Sign(stamp => stamp with { Signer = Authority([]) }),
            "no certificate of the authority" => Sign(stamp => stamp with { Signing = stamp.Signing with { IncludesCertificate = false } }),
            _ => Sign(damage: (message, signature) => Swap(message, Sha256Imprint(signature), Sha384Imprint(signature))),
        };
        PdfSignatureResult one = await VerifyAsync(signed);
        one.Outcome.ShouldBe(VerificationOutcome.Invalid, row);
        one.Reason.ShouldBe(expected, row);
        one.Signer.ShouldBeNull();
        one.SignedRevision.ShouldBeNull();
    }

    [Fact]
    public async Task Stamp_of_an_authority_that_nobody_trusts_is_not_valid()
    {
        using ShapedAuthority other = new(5, "C=JP, O=OTHER TEST, OU=Other Time Anchor");
        byte[] signed = Sign(stamp => stamp with { Signer = SignerCredential.Create(_stamps.Issue([StampDesk.TimeStamping], by: other), _stamps.AuthorityKey) });
        PdfSignatureResult one = await VerifyAsync(signed);
        one.Outcome.ShouldNotBe(VerificationOutcome.Valid);
        one.Reason.ShouldBe(VerificationReason.IssuerUnknown);
    }

    /// <summary>The weaker answer is the answer.</summary>
    [Fact]
    public async Task Refused_signer_outweighs_a_stamp_that_is_undetermined()
    {
        TimestampVerifier strict = new(new ChainTimestampTrust([_stamps.Anchor.Der]));
        (await VerifyAsync(Sign(), strict)).Outcome.ShouldBe(VerificationOutcome.Undetermined);
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.KeyCompromise);
        PdfSignatureResult one = await VerifyAsync(Sign(), strict);
        one.Outcome.ShouldBe(VerificationOutcome.Invalid);
        one.Reason.ShouldBe(VerificationReason.Revoked);
        one.Timestamp!.Outcome.ShouldBe(VerificationOutcome.Undetermined);
    }

    [Fact]
    public async Task Changed_file_is_refused_whatever_the_stamp_says()
    {
        PdfSignatureResult one = await VerifyAsync(PdfDesk.Swap(Sign(), "190 190 l", "190 180 l"));
        one.Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
        one.Timestamp!.Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task Message_that_is_none_has_no_stamp()
    {
        PdfSignatureResult one = await VerifyAsync(HandSigner.Fill(HandSigner.Page(HandSigner.Plain).Finish(7), _ => [0x30, 0x00]));
        one.Reason.ShouldBe(VerificationReason.DocumentMalformed);
        one.Timestamp.ShouldBeNull();
    }

    private static byte[] Flip(byte[] bytes, int at)
    {
        at.ShouldBeGreaterThan(0);
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] Swap(byte[] bytes, byte[] old, byte[] now)
    {
        int at = bytes.AsSpan().IndexOf(old);
        at.ShouldBeGreaterThan(0);
        now.CopyTo(bytes, at);
        return bytes;
    }

    /// <summary>AlgorithmIdentifier and hash in a TimeStampToken (RFC 3161 §2.4.1): SHA-256, and an arc of the same length that is none.</summary>
    private static byte[] Sha256Imprint(byte[] signature) => [0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x04, 0x20, .. SHA256.HashData(signature)];

    private static byte[] Sha384Imprint(byte[] signature) => [0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x06, 0x04, 0x20, .. SHA256.HashData(signature)];

    private SignerCredential Authority(string[] purposes) => SignerCredential.Create(_stamps.Issue(purposes, from: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)), _stamps.AuthorityKey);

    private byte[] Sign(Func<LabStamp, LabStamp>? change = null, Func<byte[], byte[], byte[]>? damage = null) => HandSigner.Fill(HandSigner.Page(HandSigner.Plain).Finish(7), content =>
    {
        CmsSignedDocument document = SignerDesk.Parse(_desk.Detached(content));
        byte[] signature = document.Signers[0].Signature.ToArray();
        LabStamp stamp = _stamps.Stamp(signature);
        TimestampToken.TryParse((change?.Invoke(stamp) ?? stamp).Token(), out TimestampToken? token).ShouldBeTrue();
        byte[] message = SignatureTimestamps.Attach(document, document.Signers[0], token!);
        return damage?.Invoke(message, signature) ?? message;
    });

    private async Task<PdfSignatureResult> VerifyAsync(byte[] signed, TimestampVerifier? stamps = null) =>
        (await new PdfDocumentVerifier(_desk.Validator, null, stamps ?? _stamps.Verifier).VerifyAsync(signed)).Signatures.ShouldHaveSingleItem();
}
