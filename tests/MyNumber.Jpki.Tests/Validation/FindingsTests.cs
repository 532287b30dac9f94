using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Validation;

public sealed class FindingsTests : IDisposable
{
    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Expired_of_a_wrong_policy_and_unknown_issuer_tells_all_three_in_the_order_of_the_steps()
    {
        using ShapedAuthority stranger = new(9, "C=JP, O=SHAPED TEST, OU=Shaped Stranger");
        byte[] der = (ShapedLeaf.Signature with { Policy = "1.2.3.4", KeyUsage = System.Security.Cryptography.X509Certificates.X509KeyUsageFlags.KeyAgreement, NotAfter = SigningDesk.Now.AddDays(-1) }).IssueBy(stranger);
        ValidationResult result = await _desk.SignatureValidator.ValidateAsync(der);
        Reasons(result.CollectFindings()).ShouldBe([VerificationReason.PolicyNotAccepted, VerificationReason.IssuerUnknown, VerificationReason.Expired]);
        result.CollectFindings().Select(finding => finding.Step).ShouldBe([VerificationStep.Profile, VerificationStep.Path, VerificationStep.Period]);
        result.Reason.ShouldBe(VerificationReason.PolicyNotAccepted);
        _desk.Status.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Several_flaws_of_one_profile_are_all_told()
    {
        using System.Security.Cryptography.RSA wrong = LabKeyPool.Load(11);
        byte[] der = (ShapedLeaf.Signature with { Holder = null, PolicyCritical = false, UsageCritical = false, NotBefore = SigningDesk.Now.AddDays(1) })
            .IssueBy(_desk.SignatureAuthority, wrong);
        ValidationResult result = await _desk.SignatureValidator.ValidateAsync(der);
        Reasons(result.CollectFindings()).ShouldBe(
        [
            VerificationReason.KeyUsageNotAccepted, VerificationReason.PolicyNotCritical, VerificationReason.HolderAttributesMissing,
            VerificationReason.NotYetValid, VerificationReason.IssuerSignatureInvalid,
        ]);
    }

    [Fact]
    public async Task Certificate_that_cannot_be_read_has_its_one_reason()
    {
        ValidationResult result = await _desk.SignatureValidator.ValidateAsync(new byte[] { 0x30, 0x00 });
        Reasons(result.CollectFindings()).ShouldBe([VerificationReason.CertificateMalformed]);
        result.CheckedAt.ShouldBe(SigningDesk.Now);
    }

    [Fact]
    public async Task Revoked_has_its_one_reason_because_everything_before_held()
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.KeyCompromise);
        ValidationResult result = await _desk.SignatureValidator.ValidateAsync(_desk.SignatureDer);
        Reasons(result.CollectFindings()).ShouldBe([VerificationReason.Revoked]);
    }

    [Fact]
    public async Task Valid_certificate_has_none()
    {
        ValidationResult result = await _desk.SignatureValidator.ValidateAsync(_desk.SignatureDer);
        result.CollectFindings().ShouldBeEmpty();
        result.CheckedAt.ShouldBe(SigningDesk.Now);
    }

    [Fact]
    public async Task Findings_are_for_the_instant_of_the_answer_and_not_for_that_of_the_question()
    {
        byte[] der = (ShapedLeaf.Signature with { Holder = null }).IssueBy(_desk.SignatureAuthority);
        ValidationResult result = await _desk.SignatureValidator.ValidateAsync(der);
        _desk.Clock.Advance(TimeSpan.FromDays(365 * 20));
        Reasons(result.CollectFindings()).ShouldBe([VerificationReason.HolderAttributesMissing]);
    }

    [Fact]
    public async Task First_finding_is_the_reason_for_every_misissued_kind()
    {
        foreach (MisissuedLeaf kind in MisissuedLeaf.All.Where(kind => !kind.IsLogin))
        {
            ValidationResult result = await _desk.SignatureValidator.ValidateAsync(kind.Leaf.SignWith(0));
            result.CollectFindings()[0].Reason.ShouldBe(result.Reason, kind.Description);
            result.CollectFindings().DistinctBy(finding => finding.Reason).Count().ShouldBe(result.CollectFindings().Count, kind.Description);
        }
    }

    [Fact]
    public async Task Document_of_an_expired_signer_and_with_changed_content_tells_both()
    {
        byte[] expired = (ShapedLeaf.Signature with { NotAfter = SigningDesk.Now.AddDays(-1) }).IssueBy(_desk.SignatureAuthority);
        DocumentVerificationResult result = await _desk.VerifyAsync((_desk.Cms with { Certificates = [expired], SignedContent = [1, 2, 3] }).Encode());
        Reasons(result.CollectFindings()).ShouldBe([VerificationReason.Expired, VerificationReason.ContentDigestMismatch]);
        result.Certificate.ShouldNotBeNull();
    }

    [Fact]
    public async Task Document_with_everything_wrong_but_its_signature_does_not_blame_the_signature()
    {
        byte[] expired = (ShapedLeaf.Signature with { NotAfter = SigningDesk.Now.AddDays(-1) }).IssueBy(_desk.SignatureAuthority);
        DocumentVerificationResult result = await _desk.VerifyAsync((_desk.Cms with { Certificates = [expired] }).Encode());
        Reasons(result.CollectFindings()).ShouldBe([VerificationReason.Expired]);
    }

    [Fact]
    public async Task Signature_under_a_key_that_is_not_accepted_is_not_judged()
    {
        using System.Security.Cryptography.RSA small = System.Security.Cryptography.RSA.Create(1024);
        byte[] der = (ShapedLeaf.Signature with { OtherKey = small }).IssueBy(_desk.SignatureAuthority);
        DocumentVerificationResult result = await _desk.VerifyAsync((_desk.Cms with { Certificates = [der], Key = small }).Encode());
        Reasons(result.CollectFindings()).ShouldBe([VerificationReason.KeyNotAccepted]);
    }

    [Fact]
    public async Task Required_signing_certificate_and_changed_content_are_both_told()
    {
        DocumentVerifier strict = new(_desk.SignatureValidator, requiresSigningCertificate: true);
        DocumentVerificationResult result = await strict.VerifyAsync((_desk.Cms with { SignedContent = [1] }).Encode());
        Reasons(result.CollectFindings()).ShouldBe([VerificationReason.SigningCertificateMissing, VerificationReason.ContentDigestMismatch]);
    }

    [Fact]
    public async Task Unreadable_document_and_document_without_certificate_have_one_reason()
    {
        Reasons((await _desk.VerifyAsync([0x30, 0x00])).CollectFindings()).ShouldBe([VerificationReason.DocumentMalformed]);
        Reasons((await _desk.VerifyAsync((_desk.Cms with { Certificates = [] }).Encode())).CollectFindings()).ShouldBe([VerificationReason.SignerNotFound]);
    }

    [Fact]
    public async Task Texts_of_answers_name_outcome_and_reason_and_nothing_else()
    {
        ValidationResult valid = await _desk.SignatureValidator.ValidateAsync(_desk.SignatureDer);
        valid.ToString().ShouldBe("ValidationResult(Valid, None)");
        valid.Validated!.ToString().ShouldBe("ValidatedCertificate(***)");
        (await _desk.SignatureValidator.ValidateAsync(new byte[1])).ToString().ShouldBe("ValidationResult(Invalid, CertificateMalformed)");
    }

    private static IEnumerable<VerificationReason> Reasons(IEnumerable<VerificationFinding> findings) => findings.Select(finding => finding.Reason);
}
