using System.Security.Cryptography;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Tests.Signatures.Cms;
using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

public sealed class RoundTripTests : IDisposable
{
    private readonly PdfDesk _desk = new();

    public static TheoryData<string, byte[]> Files => new()
    {
        { "a table", PdfBuilder.Classic },
        { "streams", PdfBuilder.Packed },
        { "linearized by qpdf", QpdfFiles.Linearized },
        { "streams by qpdf", QpdfFiles.Streams },
        { "linearized streams by qpdf", QpdfFiles.LinearizedStreams },
    };

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Signed_file_is_valid_and_says_who_signed(string row, byte[] pdf)
    {
        byte[] signed = _desk.Sign(pdf);
        PdfVerificationResult result = await _desk.Strict.VerifyAsync(signed);
        result.Reason.ShouldBe(VerificationReason.None, row);
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        result.Revisions.ShouldBe(2);
        PdfSignatureResult one = result.Signatures.ShouldHaveSingleItem();
        one.FieldName.ShouldBe("Signature1");
        one.CoversWholeFile.ShouldBeTrue();
        one.SignedRevision!.Value.ToArray().ShouldBe(signed);
        one.Holder.ShouldNotBeNull();
        one.Revision.ShouldBe(2);
        one.ClaimedSigningTime.ShouldBe(PdfDesk.Now);
        signed.AsSpan(0, pdf.Length).SequenceEqual(pdf).ShouldBeTrue("the given bytes stay");
        result.ToString().ShouldBe("PdfVerificationResult(Valid, None, 1)");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Second_signature_keeps_the_first(string row, byte[] pdf)
    {
        byte[] twice = _desk.Sign(_desk.Sign(pdf));
        PdfVerificationResult result = await _desk.Open.VerifyAsync(twice);
        result.Reason.ShouldBe(VerificationReason.None, row);
        result.Signatures.Select(one => one.FieldName).ShouldBe(["Signature1", "Signature2"]);
        result.Signatures[0].FollowedBy.ShouldBe([PdfUpdateKind.Signature]);
        result.Signatures[0].CoversWholeFile.ShouldBeFalse();
        result.Signatures[0].SignedRevision!.Value.Length.ShouldBeLessThan(twice.Length);
        result.Signatures[1].CoversWholeFile.ShouldBeTrue();
    }

    [Fact]
    public async Task Second_signature_is_not_allowed_unless_said()
    {
        byte[] twice = _desk.Sign(_desk.Sign());
        PdfVerificationResult result = await _desk.Strict.VerifyAsync(twice);
        result.Signatures.Select(one => one.Reason).ShouldBe([VerificationReason.PdfUpdatedAfterSigning, VerificationReason.None]);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
    }

    [Fact]
    public async Task Visible_second_signature_is_a_change_for_the_first()
    {
        byte[] signed = _desk.Sign(_desk.Sign(), new PdfSigningOptions { Rectangle = new PdfRectangle(10, 10, 100, 50) });
        PdfVerificationResult result = await _desk.Open.VerifyAsync(signed);
        result.Signatures.Select(one => one.Reason).ShouldBe([VerificationReason.PdfChangedAfterSigning, VerificationReason.None]);
    }

    [Fact]
    public async Task Key_is_asked_once()
    {
        using CountingRsa key = new(_desk.Key);
        byte[] signed = _desk.Desk.Sign(SignerCredential.Create(_desk.Certificate, key), PdfBuilder.Classic);
        key.Signatures.ShouldBe(1);
        (await _desk.ReasonAsync(signed)).ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task Texts_are_written_only_when_given()
    {
        PdfDesk.Text(_desk.Sign()).ShouldNotContain("/Name");
        byte[] signed = _desk.Sign(options: new PdfSigningOptions { Reason = "口座開設", Location = "Tokyo (1)", Name = "Mihon", FieldName = "署名" });
        PdfDesk.Text(signed).ShouldContain("/Reason <FEFF53E35EA7958B8A2D> /Location <FEFF0054006F006B0079006F0020002800310029> /Name (Mihon)");
        PdfVerificationResult result = await _desk.Strict.VerifyAsync(signed);
        result.Signatures[0].FieldName.ShouldBe("署名");
        result.Reason.ShouldBe(VerificationReason.None);
    }

    [Theory]
    [InlineData("SHA-384", "SHA384", CmsSignatureForm.RsaEncryption)]
    [InlineData("SHA-512", "SHA512", CmsSignatureForm.RsaEncryption)]
    [InlineData("PSS", "SHA256", CmsSignatureForm.Pss)]
    public async Task Other_algorithms_hold(string row, string hash, CmsSignatureForm form)
    {
        CmsSigningOptions message = new() { Hash = new HashAlgorithmName(hash), Form = form };
        (await _desk.ReasonAsync(_desk.Sign(options: new PdfSigningOptions { Message = message }))).ShouldBe(VerificationReason.None, row);
    }

    [Fact]
    public async Task Signing_certificate_can_be_demanded()
    {
        Verification.PdfDocumentVerifier verifier = new(_desk.Validator, new PdfVerificationOptions { RequiresSigningCertificate = true });
        (await verifier.VerifyAsync(_desk.Sign())).Reason.ShouldBe(VerificationReason.None);
        byte[] bare = _desk.Sign(options: new PdfSigningOptions { Message = new CmsSigningOptions { IncludesSigningCertificate = false } });
        (await verifier.VerifyAsync(bare)).Reason.ShouldBe(VerificationReason.SigningCertificateMissing);
    }

    [Theory]
    [InlineData("a page that is not there", "page")]
    [InlineData("a negative page", "negative")]
    [InlineData("a rectangle upside down", "rectangle")]
    [InlineData("a field name with a point", "point")]
    [InlineData("too much room", "room")]
    [InlineData("a file that is none", "file")]
    public void Option_out_of_range_is_refused(string row, string kind)
    {
        PdfSigningOptions options = kind switch
        {
            "page" => new() { Page = 1 },
            "negative" => new() { Page = -1 },
            "rectangle" => new() { Rectangle = new PdfRectangle(5, 5, 5, 9) },
            "point" => new() { FieldName = "a.b" },
            "room" => new() { ReservedLength = 600_000 },
            _ => new(),
        };
        Should.Throw<ArgumentException>(() => _desk.Sign(kind == "file" ? "%PDF-1.7 but no more"u8.ToArray() : null, options), row);
    }

    [Fact]
    public void Field_name_that_is_taken_is_refused() =>
        Should.Throw<ArgumentException>(() => _desk.Sign(_desk.Sign(), new PdfSigningOptions { FieldName = "Signature1" }));

    [Theory]
    [InlineData("held", RevocationReason.CertificateHold, VerificationReason.Held)]
    [InlineData("revoked", RevocationReason.KeyCompromise, VerificationReason.Revoked)]
    public async Task Status_of_the_signer_decides(string row, RevocationReason why, VerificationReason expected)
    {
        _desk.Status.Answer = FixedStatus.Ended(why);
        PdfVerificationResult result = await _desk.Strict.VerifyAsync(_desk.Sign());
        result.Reason.ShouldBe(expected, row);
        result.Signatures[0].Signer.ShouldBeNull();
        result.Signatures[0].SignedRevision.ShouldBeNull();
    }

    [Fact]
    public async Task Expired_signer_is_refused_and_status_not_asked()
    {
        byte[] signed = _desk.Sign();
        _desk.Clock.Advance(TimeSpan.FromDays(365 * 5));
        (await _desk.ReasonAsync(signed)).ShouldBe(VerificationReason.Expired);
        _desk.Status.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task User_authentication_certificate_signs_no_document()
    {
        using PdfDesk other = new(ShapedLeaf.UserAuthentication);
        PdfVerificationResult result = await other.Strict.VerifyAsync(other.Sign());
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Reason.ShouldBeOneOf(VerificationReason.PolicyNotAccepted, VerificationReason.KeyUsageNotAccepted, VerificationReason.WrongPurpose);
    }
}
