using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;

namespace MyNumber.Jpki.Tests.Services;

public sealed class StatusMonitorTests : IDisposable
{
    private readonly SigningDesk _desk = new();
    private readonly StatusMonitor _monitor;

    public StatusMonitorTests() => _monitor = new StatusMonitor(_desk.SignatureValidator);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_good_certificate_goes_on_and_the_purpose_is_recorded()
    {
        StatusCheck check = await CheckAsync(StatusCheckPurpose.SignatureVerification);
        check.Outcome.ShouldBe(VerificationOutcome.Valid);
        check.Advice.ShouldBe(StatusAdvice.Continue);
        check.Purpose.ShouldBe(StatusCheckPurpose.SignatureVerification);
        check.CheckedAt.ShouldBe(SigningDesk.Now);
        check.Identity.IsEmpty.ShouldBeFalse();
        check.ToString().ShouldBe("StatusCheck(None, Continue)");
    }

    [Theory]
    [InlineData("moved house", RevocationReason.AffiliationChanged, VerificationReason.Revoked, StatusAdvice.UpdateAttributes)]
    [InlineData("renewed", RevocationReason.Superseded, VerificationReason.Revoked, StatusAdvice.FollowRenewal)]
    [InlineData("lost card", RevocationReason.CertificateHold, VerificationReason.Held, StatusAdvice.RefuseWhileHeld)]
    [InlineData("stolen key", RevocationReason.KeyCompromise, VerificationReason.Revoked, StatusAdvice.SuspectKey)]
    [InlineData("given back", RevocationReason.CessationOfOperation, VerificationReason.Revoked, StatusAdvice.ContactHolder)]
    [InlineData("destroyed before delivery", RevocationReason.Unspecified, VerificationReason.Revoked, StatusAdvice.ContactHolder)]
    [InlineData("no reason given", null, VerificationReason.Revoked, StatusAdvice.ContactHolder)]
    [InlineData("a reason that JPKI does not use", RevocationReason.PrivilegeWithdrawn, VerificationReason.Revoked, StatusAdvice.ContactHolder)]
    [InlineData("authority's key", RevocationReason.CACompromise, VerificationReason.Revoked, StatusAdvice.DistrustAuthority)]
    public async Task Each_reason_has_its_advice(string description, RevocationReason? ended, VerificationReason reason, StatusAdvice advice)
    {
        _desk.Status.Answer = FixedStatus.Ended(ended);
        StatusCheck check = await CheckAsync();
        check.Reason.ShouldBe(reason, description);
        check.Advice.ShouldBe(advice);
        check.RevocationReason.ShouldBe(ended);
        check.Since.ShouldBe(FixedStatus.ThisUpdate.AddHours(-1));
    }

    [Fact]
    public async Task An_expired_certificate_is_expired_and_no_source_is_asked()
    {
        _desk.Clock.Set(ShapedLeaf.LastSecond.AddSeconds(1));
        StatusCheck check = await CheckAsync();
        check.Reason.ShouldBe(VerificationReason.Expired);
        check.Advice.ShouldBe(StatusAdvice.AskForNewCertificate);
        _desk.Status.Asked.ShouldBe(0);
    }

    [Theory]
    [InlineData("down", VerificationReason.StatusUnreachable)]
    [InlineData("forged", VerificationReason.StatusSignatureInvalid)]
    public async Task Without_an_answer_nothing_changes(string description, VerificationReason failure)
    {
        _desk.Status.Answer = RevocationEvidence.Unreachable(failure, RevocationMethod.Ocsp);
        StatusCheck check = await CheckAsync();
        check.Outcome.ShouldBe(VerificationOutcome.Undetermined, description);
        check.Reason.ShouldBe(failure);
        check.Advice.ShouldBe(StatusAdvice.AskAgainLater);
    }

    [Fact]
    public async Task A_source_that_does_not_know_changes_nothing()
    {
        _desk.Status.Answer = RevocationEvidence.Unknown(RevocationMethod.Ocsp);
        (await CheckAsync()).Advice.ShouldBe(StatusAdvice.AskAgainLater);
    }

    [Fact]
    public async Task A_stored_certificate_that_is_not_one_is_to_be_looked_into()
    {
        (await _monitor.CheckAsync(new byte[] { 1 }, StatusCheckPurpose.LivenessCheck)).Advice.ShouldBe(StatusAdvice.Investigate);
        StatusCheck wrong = await _monitor.CheckAsync(_desk.UserAuthenticationDer, StatusCheckPurpose.LivenessCheck);
        wrong.Reason.ShouldBe(VerificationReason.WrongPurpose);
        wrong.Advice.ShouldBe(StatusAdvice.Investigate);
    }

    private async Task<StatusCheck> CheckAsync(StatusCheckPurpose purpose = StatusCheckPurpose.LivenessCheck) =>
        await _monitor.CheckAsync(_desk.SignatureDer, purpose);
}
