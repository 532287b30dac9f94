using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;

namespace MyNumber.Jpki.Tests.Services;

public sealed class CertificateHandoverTests : IDisposable
{
    private const string Origin = "https://bank.example";
    private const string Session = "session-1";

    private readonly SigningDesk _desk = new();
    private readonly HolderChallenges _challenges;
    private readonly CertificateHandover _handovers;

    public CertificateHandoverTests()
    {
        _challenges = new HolderChallenges(new InMemoryChallengeStore(_desk.Clock), _desk.Clock, new SeededRandom());
        _handovers = new CertificateHandover(_desk.SignatureValidator, _challenges);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_certificate_that_is_good_now_gives_its_attributes()
    {
        HandoverResult result = await TakeAsync(await IssueAsync());
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Valid, VerificationReason.None));
        result.Holder!.Attributes.Name.ShouldBe("見本　花子");
        result.ToString().ShouldBe("HandoverResult(Valid, None)");
    }

    [Fact]
    public async Task One_challenge_takes_one_certificate()
    {
        HolderChallenge challenge = await IssueAsync();
        (await TakeAsync(challenge)).Outcome.ShouldBe(VerificationOutcome.Valid);
        Refused(await TakeAsync(challenge), VerificationReason.ChallengeNotFound);
    }

    [Theory]
    [InlineData("another origin", "https://bank.example.evil", Session)]
    [InlineData("another session", Origin, "session-2")]
    [InlineData("no session", Origin, "")]
    public async Task A_certificate_for_another_place_is_refused_and_its_challenge_used_up(string description, string origin, string session)
    {
        HolderChallenge challenge = await IssueAsync();
        (await _handovers.TakeAsync(challenge.Id, origin, session, _desk.SignatureDer)).Reason.ShouldBe(VerificationReason.ChallengeForOtherOrigin, description);
        Refused(await TakeAsync(challenge), VerificationReason.ChallengeNotFound);
        _desk.Status.Asked.ShouldBe(0);
    }

    [Theory]
    [InlineData("a login", StatementPurpose.Login, null)]
    [InlineData("an approval", StatementPurpose.Approval, "振込")]
    [InlineData("an application", StatementPurpose.Application, "申込書")]
    public async Task A_challenge_for_something_else_takes_no_certificate(string description, StatementPurpose purpose, string? text)
    {
        HolderChallenge challenge = (await _challenges.IssueAsync(purpose, Origin, Session, text)).ShouldNotBeNull();
        (await TakeAsync(challenge)).Reason.ShouldBe(VerificationReason.ChallengeForOtherPurpose, description);
    }

    [Fact]
    public async Task A_late_certificate_is_refused()
    {
        HolderChallenge challenge = await IssueAsync();
        _desk.Clock.Advance(TimeSpan.FromMinutes(5));
        Refused(await TakeAsync(challenge), VerificationReason.ChallengeExpired);
    }

    [Fact]
    public async Task The_certificate_for_logins_is_refused_as_the_wrong_one() =>
        Refused(await TakeAsync(await IssueAsync(), _desk.UserAuthenticationDer), VerificationReason.WrongPurpose);

    [Fact]
    public async Task A_certificate_of_another_lab_is_refused()
    {
        using ShapedAuthority other = new(5, "C=JP, O=OTHER TEST, OU=OTHER for signature, OU=Other Test Laboratory");
        Refused(await TakeAsync(await IssueAsync(), ShapedLeaf.Signature.IssueBy(other)), VerificationReason.IssuerUnknown);
    }

    [Theory]
    [InlineData("no bytes", 0)]
    [InlineData("cut", 700)]
    public async Task A_certificate_that_cannot_be_read_is_malformed(string description, int length) =>
        (await TakeAsync(await IssueAsync(), _desk.SignatureDer[..length])).Reason.ShouldBe(VerificationReason.CertificateMalformed, description);

    [Fact]
    public async Task A_held_certificate_gives_no_attributes()
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.CertificateHold);
        HandoverResult result = await TakeAsync(await IssueAsync());
        Refused(result, VerificationReason.Held);
        result.Validation!.Status.ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_status_it_is_undetermined_and_gives_no_attributes()
    {
        _desk.Status.Answer = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
        HandoverResult result = await TakeAsync(await IssueAsync());
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusUnreachable));
        result.Holder.ShouldBeNull();
    }

    [Fact]
    public void Validator_for_logins_is_refused_at_construction() =>
        Should.Throw<ArgumentException>(() => new CertificateHandover(_desk.UserAuthenticationValidator, _challenges));

    private async Task<HolderChallenge> IssueAsync() => (await _challenges.IssueAsync(StatementPurpose.CertificateHandover, Origin, Session, null)).ShouldNotBeNull();

    private async Task<HandoverResult> TakeAsync(HolderChallenge challenge, byte[]? certificate = null) =>
        await _handovers.TakeAsync(challenge.Id, Origin, Session, certificate ?? _desk.SignatureDer);

    private static void Refused(HandoverResult result, VerificationReason reason)
    {
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, reason));
        result.Holder.ShouldBeNull();
    }
}
