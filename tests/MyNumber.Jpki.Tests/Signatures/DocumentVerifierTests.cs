using System.Security.Cryptography;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Signatures;

public sealed class DocumentVerifierTests : IDisposable
{
    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_signed_application_is_valid_and_tells_who_signed()
    {
        DocumentVerificationResult result = await _desk.VerifyAsync(_desk.Cms.Encode());

        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        result.Reason.ShouldBe(VerificationReason.None);
        result.Signer.ShouldNotBeNull().Certificate.RawData.ToArray().ShouldBe(_desk.SignatureDer);
        result.Holder.ShouldNotBeNull().Attributes.Name.ShouldBe("見本　花子");
        result.Content!.Value.ToArray().ShouldBe(SigningDesk.Application);
        result.CheckedAt.ShouldBe(SigningDesk.Now);
        result.SignerInfo!.ClaimedSigningTime.ShouldBe(SigningDesk.Now);
    }

    [Fact]
    public async Task A_status_source_that_answers_later_gives_the_same()
    {
        _desk.Status.AnswersLater = true;
        DocumentVerificationResult result = await _desk.VerifyAsync(_desk.Cms.Encode());
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task A_detached_document_is_valid_with_its_content_only()
    {
        byte[] cms = (_desk.Cms with { Detached = true }).Encode();

        (await _desk.VerifyAsync(cms, SigningDesk.Application)).Outcome.ShouldBe(VerificationOutcome.Valid);
        (await _desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.DocumentMalformed);
        (await _desk.VerifyAsync(cms, [])).Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
        (await _desk.VerifyAsync(_desk.Cms.Encode(), SigningDesk.Application)).Reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    [Theory]
    [InlineData("held", RevocationReason.CertificateHold, VerificationReason.Held)]
    [InlineData("moved house", RevocationReason.AffiliationChanged, VerificationReason.Revoked)]
    [InlineData("no reason given", null, VerificationReason.Revoked)]
    public async Task An_ended_certificate_is_refused_with_its_own_reason(string description, RevocationReason? ended, VerificationReason reason)
    {
        _desk.Status.Answer = FixedStatus.Ended(ended);
        DocumentVerificationResult result = await _desk.VerifyAsync(_desk.Cms.Encode());

        result.Outcome.ShouldBe(VerificationOutcome.Invalid, description);
        result.Reason.ShouldBe(reason);
        ShowsNothing(result);
        result.Validation!.Status!.Reason.ShouldBe(ended);
    }

    [Fact]
    public async Task Responder_down_leaves_it_undetermined_and_shows_no_signer()
    {
        _desk.Status.Answer = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
        DocumentVerificationResult result = await _desk.VerifyAsync(_desk.Cms.Encode());

        result.Outcome.ShouldBe(VerificationOutcome.Undetermined);
        result.Reason.ShouldBe(VerificationReason.StatusUnreachable);
        ShowsNothing(result);
    }

    [Fact]
    public async Task User_authentication_certificate_is_refused_as_the_wrong_one()
    {
        byte[] cms = (_desk.Cms with { Key = _desk.UserAuthenticationKey, Certificates = [_desk.UserAuthenticationDer] }).Encode();
        await RefusedLocally(cms, VerificationReason.WrongPurpose);
    }

    [Fact]
    public async Task Last_second_is_valid_and_the_next_is_expired()
    {
        byte[] cms = _desk.Cms.Encode();
        _desk.Clock.Set(ShapedLeaf.LastSecond);
        (await _desk.VerifyAsync(cms)).Outcome.ShouldBe(VerificationOutcome.Valid);
        _desk.Clock.Set(ShapedLeaf.LastSecond.AddSeconds(1));
        (await _desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.Expired);
    }

    [Fact]
    public async Task Certificate_of_another_lab_is_refused()
    {
        using ShapedAuthority other = new(5, "C=JP, O=OTHER TEST, OU=OTHER for digital signature, OU=Other Test Laboratory");
        byte[] cms = (_desk.Cms with { Certificates = [ShapedLeaf.Signature.IssueBy(other)] }).Encode();
        await RefusedLocally(cms, VerificationReason.IssuerUnknown);
    }

    [Fact]
    public async Task Authority_of_the_same_name_and_key_identifier_but_another_key_is_refused()
    {
        using ShapedAuthority imposter = new(6);
        ShapedLeaf leaf = ShapedLeaf.Signature with { AuthorityKeyIdentifier = _desk.SignatureAuthority.KeyIdentifier, AuthoritySerial = _desk.SignatureAuthority.SerialNumber };
        byte[] cms = (_desk.Cms with { Certificates = [leaf.IssueBy(imposter)] }).Encode();
        await RefusedLocally(cms, VerificationReason.IssuerSignatureInvalid);
    }

    [Fact]
    public async Task Content_changed_after_signing_is_refused()
    {
        byte[] changed = [.. SigningDesk.Application, (byte)'!'];
        byte[] cms = (_desk.Cms with { Content = changed, SignedContent = SigningDesk.Application }).Encode();
        await RefusedLocally(cms, VerificationReason.ContentDigestMismatch);
    }

    [Fact]
    public async Task Digest_changed_to_fit_a_changed_content_is_refused()
    {
        byte[] changed = [.. SigningDesk.Application, (byte)'!'];
        byte[] original = SHA256.HashData(SigningDesk.Application), forged = SHA256.HashData(changed);
        byte[] cms = (_desk.Cms with { Content = changed, SignedContent = SigningDesk.Application }).Encode();
        forged.CopyTo(cms, cms.AsSpan().IndexOf(original));
        await RefusedLocally(cms, VerificationReason.SignatureInvalid);
    }

    [Fact]
    public async Task Signing_time_changed_after_signing_is_refused()
    {
        byte[] cms = _desk.Cms.Encode();
        int time = cms.AsSpan().IndexOf("261121030000Z"u8);
        cms[time + 11] = (byte)'1';
        await RefusedLocally(cms, VerificationReason.SignatureInvalid);
    }

    [Theory]
    [InlineData("one bit", 0)]
    [InlineData("another length", 1)]
    [InlineData("all zero", 2)]
    [InlineData("the modulus", 3)]
    public async Task Wrong_signature_is_refused(string description, int kind)
    {
        byte[] right = _desk.SignatureKey.SignData(_desk.Cms.EncodeAttributes(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        byte[] wrong = kind switch
        {
            0 => [.. right[..^1], (byte)(right[^1] ^ 1)],
            1 => [0, .. right],
            2 => new byte[256],
            _ => _desk.SignatureKey.ExportParameters(false).Modulus!,
        };
        description.ShouldNotBeEmpty();
        await RefusedLocally((_desk.Cms with { SignatureValue = wrong }).Encode(), VerificationReason.SignatureInvalid);
        (await _desk.VerifyAsync((_desk.Cms with { SignatureValue = right }).Encode())).Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task Another_certificate_with_the_same_issuer_and_serial_does_not_carry_the_signature()
    {
        byte[] other = (ShapedLeaf.Signature with { Key = 22 }).IssueBy(_desk.SignatureAuthority);
        await RefusedLocally((_desk.Cms with { Certificates = [other] }).Encode(), VerificationReason.SignatureInvalid);
        await RefusedLocally((_desk.Cms with { Certificates = [_desk.SignatureDer, other] }).Encode(), VerificationReason.SignerNotFound);
    }

    [Fact]
    public async Task Document_without_its_signers_certificate_is_refused()
    {
        byte[] other = (ShapedLeaf.Signature with { Serial = [0x01, 0x22, 0x33, 0x45] }).IssueBy(_desk.SignatureAuthority);
        byte[] cms = _desk.Cms.Encode();
        byte[] swapped = cms.AsSpan().IndexOf(_desk.SignatureDer) is int at && other.Length == _desk.SignatureDer.Length
            ? [.. cms[..at], .. other, .. cms[(at + other.Length)..]]
            : [];
        await RefusedLocally(swapped, VerificationReason.SignerNotFound);
        await RefusedLocally((_desk.Cms with { Certificates = [] }).Encode(), VerificationReason.SignerNotFound);
    }

    [Fact]
    public async Task Other_certificates_beside_the_signers_do_no_harm()
    {
        byte[] cms = (_desk.Cms with { Certificates = [_desk.SignatureDer, _desk.SignatureAuthority.Der, _desk.UserAuthenticationDer] }).Encode();
        (await _desk.VerifyAsync(cms)).Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task Bytes_that_are_no_certificate_are_passed_over_and_a_flawed_signer_certificate_is_told()
    {
        byte[] cms = (_desk.Cms with { Certificates = [_desk.SignatureDer, [0x30, 0x03, 0x02, 0x01, 0x05]] }).Encode();
        (await _desk.VerifyAsync(cms)).Outcome.ShouldBe(VerificationOutcome.Valid);

        byte[] flawed = [.. _desk.SignatureDer];
        flawed[flawed.AsSpan().IndexOf("250402030405Z"u8)] = (byte)'x';
        byte[] document = _desk.Cms.Encode();
        flawed.CopyTo(document, document.AsSpan().IndexOf(_desk.SignatureDer));
        await RefusedLocally(document, VerificationReason.CertificateMalformed);
    }

    [Fact]
    public async Task Texts_of_a_result_and_a_document_show_nothing_of_the_signer()
    {
        DocumentVerificationResult result = await _desk.VerifyAsync(_desk.Cms.Encode());
        result.ToString().ShouldBe("DocumentVerificationResult(Valid, None)");
        result.Document!.ToString().ShouldBe("CmsSignedDocument(***)");
    }

    [Fact]
    public void Validator_for_logins_is_refused_at_construction() =>
        Should.Throw<ArgumentException>(() => new DocumentVerifier(_desk.UserAuthenticationValidator));

    [Fact]
    public async Task Cancelling_the_status_wait_is_the_only_thing_that_throws()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await _desk.Documents.VerifyAsync(_desk.Cms.Encode(), null, cancelled.Token));
    }

    private async Task RefusedLocally(byte[] cms, VerificationReason reason)
    {
        int asked = _desk.Status.Asked;
        DocumentVerificationResult result = await _desk.VerifyAsync(cms);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Reason.ShouldBe(reason);
        _desk.Status.Asked.ShouldBe(asked);
        result.Validation.ShouldBeNull();
        ShowsNothing(result);
    }

    private static void ShowsNothing(DocumentVerificationResult result)
    {
        result.Signer.ShouldBeNull();
        result.Holder.ShouldBeNull();
        result.Content.ShouldBeNull();
    }
}
