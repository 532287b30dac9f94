using System.Security.Cryptography;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

public sealed class SeveralSignersTests : IDisposable
{
    private readonly SignerDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("attached", false)]
    [InlineData("detached", true)]
    public async Task Two_signers_are_verified_each_for_itself(string description, bool detached)
    {
        byte[] cms = _desk.SignByBoth(new CmsSigningOptions { Detached = detached });
        SignersVerificationResult result = await _desk.VerifyEachAsync(cms, detached ? SigningDesk.Application : null);
        result.Outcome.ShouldBe(VerificationOutcome.Valid, description);
        result.Reason.ShouldBe(VerificationReason.None);
        result.Signers.Count.ShouldBe(2);
        result.Signers.Select(s => s.Certificate!.RawData.ToArray()).ShouldBe([_desk.Desk.SignatureDer, _desk.SecondDer], ignoreOrder: true);
        result.Content!.Value.ToArray().ShouldBe(SigningDesk.Application);
    }

    [Fact]
    public async Task Signers_of_different_algorithms_stand_beside_each_other()
    {
        byte[] cms = _desk.SignByBoth(
            new CmsSigningOptions { Hash = HashAlgorithmName.SHA512, Form = CmsSignatureForm.HashWithRsa },
            new CmsSigningOptions { Form = CmsSignatureForm.Pss, NamesSignerByKeyIdentifier = true });
        (await _desk.VerifyEachAsync(cms)).Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task Where_one_signer_is_expected_two_are_refused() =>
        (await _desk.Desk.VerifyAsync(_desk.SignByBoth())).Reason.ShouldBe(VerificationReason.SeveralSigners);

    [Fact]
    public async Task One_bad_signature_makes_the_document_invalid_and_leaves_the_other_valid()
    {
        byte[] cms = _desk.SignByBoth();
        byte[] signature = SignerDesk.Parse(cms).Signers[1].Signature.ToArray();
        cms[cms.AsSpan().IndexOf(signature)] ^= 1;
        SignersVerificationResult result = await _desk.VerifyEachAsync(cms);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Reason.ShouldBe(VerificationReason.SignatureInvalid);
        result.Content.ShouldBeNull();
        result.Signers[0].Outcome.ShouldBe(VerificationOutcome.Valid);
        result.Signers[1].Outcome.ShouldBe(VerificationOutcome.Invalid);
    }

    [Fact]
    public async Task A_changed_content_is_invalid_for_every_signer()
    {
        byte[] cms = _desk.SignByBoth(new CmsSigningOptions { Detached = true });
        SignersVerificationResult result = await _desk.VerifyEachAsync(cms, [.. SigningDesk.Application, 1]);
        result.Signers.ShouldAllBe(s => s.Reason == VerificationReason.ContentDigestMismatch);
    }

    [Fact]
    public async Task A_status_that_is_not_known_leaves_the_document_undetermined()
    {
        _desk.Desk.Status.Answer = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
        SignersVerificationResult result = await _desk.VerifyEachAsync(_desk.SignByBoth());
        result.Outcome.ShouldBe(VerificationOutcome.Undetermined);
        result.Reason.ShouldBe(VerificationReason.StatusUnreachable);
    }

    [Fact]
    public async Task A_certificate_that_signs_twice_is_refused_in_both_places()
    {
        byte[] once = _desk.SignByFirst();
        CmsSignedDocument document = SignerDesk.Parse(once);
        Should.Throw<ArgumentException>(() => _desk.Signer.AddSigner(document, _desk.First));
        Should.Throw<ArgumentException>(() => _desk.Signer.AddSigner(document, _desk.First, null, new CmsSigningOptions { NamesSignerByKeyIdentifier = true }));

        SignedDataWriter writer = SignedDataWriter.From(document);
        writer.AddSigner(document.Signers[0].Fields.Encoded);
        writer.AddSigner(SignerDesk.Parse(_desk.SignByFirst(new CmsSigningOptions { NamesSignerByKeyIdentifier = true })).Signers[0].Fields.Encoded);
        byte[] twice = writer.Encode();
        SignersVerificationResult result = await _desk.VerifyEachAsync(twice);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Signers.ShouldAllBe(s => s.Reason == VerificationReason.SignerRepeated);
        SignatureVerifier.Verify(await _desk.Desk.ValidateSignerAsync(), SignerDesk.Parse(twice)).ShouldBe(VerificationReason.SignerRepeated);
    }

    [Fact]
    public async Task A_signer_whose_certificate_is_missing_is_not_found_and_the_other_is_valid()
    {
        byte[] cms = _desk.SignByBoth(CmsSigningOptions.Default, new CmsSigningOptions { IncludesCertificate = false });
        SignersVerificationResult result = await _desk.VerifyEachAsync(cms);
        result.Signers.Select(s => s.Reason).ShouldBe([VerificationReason.None, VerificationReason.SignerNotFound], ignoreOrder: true);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
    }

    [Fact]
    public void Content_given_twice_or_not_at_all_adds_no_signer()
    {
        CmsSignedDocument attached = SignerDesk.Parse(_desk.SignByFirst()), detached = SignerDesk.Parse(_desk.SignByFirst(new CmsSigningOptions { Detached = true }));
        Should.Throw<ArgumentException>(() => _desk.Signer.AddSigner(attached, _desk.Second, SigningDesk.Application));
        Should.Throw<ArgumentException>(() => _desk.Signer.AddSigner(detached, _desk.Second));
    }

    [Fact]
    public void Sixteen_signers_are_read_and_seventeen_are_not()
    {
        byte[] cms = _desk.SignByFirst();
        CmsSignedDocument document = SignerDesk.Parse(cms);
        SignedDataWriter writer = SignedDataWriter.From(document);
        for (int i = 0; i < CmsSignedDocument.MaximumSigners; i++)
        {
            writer.AddSigner(document.Signers[0].Fields.Encoded);
        }

        CmsSignedDocument full = SignerDesk.Parse(writer.Encode());
        full.Signers.Count.ShouldBe(16);
        Should.Throw<ArgumentException>(() => _desk.Signer.AddSigner(full, _desk.Second));
        writer.AddSigner(document.Signers[0].Fields.Encoded);
        CmsSignedDocument.TryParse(writer.Encode(), out _, out VerificationReason reason).ShouldBeFalse();
        reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    [Fact]
    public void A_signer_whose_certificate_would_not_be_read_any_more_is_not_added_and_the_key_not_asked()
    {
        SignedDataWriter writer = SignedDataWriter.From(SignerDesk.Parse(_desk.Signer.Sign(_desk.Second, SigningDesk.Application)));
        for (int i = 1; i < CmsSignedDocument.MaximumCertificates; i++)
        {
            writer.AddCertificate(new byte[] { 0x30, 0x03, 0x02, 0x01, (byte)i });
        }

        writer.AddSigner(SignerDesk.Parse(_desk.Signer.Sign(_desk.Second, SigningDesk.Application)).Signers[0].Fields.Encoded);
        CmsSignedDocument full = SignerDesk.Parse(writer.Encode());
        Should.Throw<ArgumentException>(() => _desk.Signer.AddSigner(full, _desk.First));
        _desk.FirstKey.Signatures.ShouldBe(0);
        SignerDesk.Parse(_desk.Signer.AddSigner(full, _desk.First, null, new CmsSigningOptions { IncludesCertificate = false })).Signers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_read_has_no_signers()
    {
        SignersVerificationResult result = await _desk.VerifyEachAsync([0x30, 0x00]);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Reason.ShouldBe(VerificationReason.DocumentMalformed);
        result.Signers.ShouldBeEmpty();
        result.Document.ShouldBeNull();
        result.Content.ShouldBeNull();
    }

    [Fact]
    public async Task A_stranger_among_the_signers_makes_the_document_invalid()
    {
        using ShapedAuthority other = new(5, "C=JP, O=OTHER TEST, OU=OTHER for digital signature, OU=Other Test Laboratory");
        using RSA key = LabKeyPool.Load(23);
        byte[] stranger = (ShapedLeaf.Signature with { Key = 23 }).IssueBy(other);
        byte[] cms = _desk.Signer.AddSigner(SignerDesk.Parse(_desk.SignByFirst()), SignerCredential.Create(stranger, key));
        SignersVerificationResult result = await _desk.VerifyEachAsync(cms);
        result.Reason.ShouldBe(VerificationReason.IssuerUnknown);
        result.Signers.Count(s => s.Outcome == VerificationOutcome.Valid).ShouldBe(1);
    }
}
