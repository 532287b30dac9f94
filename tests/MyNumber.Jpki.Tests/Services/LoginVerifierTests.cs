using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Tests.Services;

public sealed class LoginVerifierTests : IDisposable
{
    private const string Origin = "https://bank.example";
    private const string Session = "session-1";
    private const string Transfer = "振込 10,000円";

    private readonly SigningDesk _desk = new();
    private readonly HolderChallenges _challenges;
    private readonly LoginVerifier _logins;

    public LoginVerifierTests()
    {
        _challenges = new HolderChallenges(new InMemoryChallengeStore(_desk.Clock), _desk.Clock, new SeededRandom());
        _logins = new LoginVerifier(_desk.UserAuthenticationValidator, _challenges);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_signed_challenge_is_valid_and_gives_the_identity_of_the_certificate()
    {
        LoginResult result = await LogInAsync(await IssueAsync());
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        result.Reason.ShouldBe(VerificationReason.None);
        JpkiCertificate.TryParse(_desk.UserAuthenticationDer, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        result.Identity.ShouldBe(certificate!.Identity);
        result.Signer!.Certificate.Holder.ShouldBeNull();
        result.ToString().ShouldBe("LoginResult(Valid, None)");
    }

    [Fact]
    public async Task Replay_of_a_valid_login_is_refused()
    {
        HolderChallenge challenge = await IssueAsync();
        byte[] signature = Sign(challenge);
        (await LogInAsync(challenge, signature: signature)).Outcome.ShouldBe(VerificationOutcome.Valid);
        Refused(await LogInAsync(challenge, signature: signature), VerificationReason.ChallengeNotFound);
    }

    [Fact]
    public async Task A_challenge_is_used_up_by_a_login_that_fails()
    {
        HolderChallenge challenge = await IssueAsync();
        Refused(await LogInAsync(challenge, signature: new byte[256]), VerificationReason.SignatureInvalid);
        Refused(await LogInAsync(challenge), VerificationReason.ChallengeNotFound);
    }

    [Fact]
    public async Task A_certificate_over_the_limit_is_not_judged()
    {
        CertificateValidator narrow = new(_desk.UserAuthenticationValidator.Anchors, _desk.Status, _desk.Clock, new VerificationLimits { MaximumCertificateLength = _desk.UserAuthenticationDer.Length - 1 });
        HolderChallenge challenge = await IssueAsync();
        LoginResult result = await new LoginVerifier(narrow, _challenges).VerifyAsync(challenge.Id, Origin, Session, _desk.UserAuthenticationDer, Sign(challenge));
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.WorkLimitExceeded));
        _desk.Status.Asked.ShouldBe(0);
    }

    [Theory]
    [InlineData("another origin", "https://bank.example.evil", Session)]
    [InlineData("another scheme", "http://bank.example", Session)]
    [InlineData("another case", "https://Bank.example", Session)]
    [InlineData("another session", Origin, "session-2")]
    [InlineData("no origin", "", Session)]
    public async Task A_challenge_for_another_place_is_refused_and_used_up(string description, string origin, string session)
    {
        HolderChallenge challenge = await IssueAsync();
        LoginResult result = await _logins.VerifyAsync(challenge.Id, origin, session, _desk.UserAuthenticationDer, Sign(challenge));
        result.Reason.ShouldBe(VerificationReason.ChallengeForOtherOrigin, description);
        Refused(await LogInAsync(challenge), VerificationReason.ChallengeNotFound);
    }

    [Fact]
    public async Task A_challenge_of_another_service_with_the_same_store_and_origin_is_refused_and_used_up()
    {
        InMemoryChallengeStore store = new(_desk.Clock);
        HolderChallenges loans = new(store, _desk.Clock, new SeededRandom(), audience: "loans"), savings = new(store, _desk.Clock, new SeededRandom(), audience: "savings");
        LoginVerifier atLoans = new(_desk.UserAuthenticationValidator, loans), atSavings = new(_desk.UserAuthenticationValidator, savings);
        HolderChallenge challenge = (await loans.IssueAsync(Origin, Session)).ShouldNotBeNull();
        Refused(await atSavings.VerifyAsync(challenge.Id, Origin, Session, _desk.UserAuthenticationDer, Sign(challenge)), VerificationReason.ChallengeForOtherAudience);
        Refused(await atLoans.VerifyAsync(challenge.Id, Origin, Session, _desk.UserAuthenticationDer, Sign(challenge)), VerificationReason.ChallengeNotFound);
    }

    [Theory]
    [InlineData("the last tick", -1, VerificationReason.None)]
    [InlineData("the end", 0, VerificationReason.ChallengeExpired)]
    [InlineData("a tick after the end", 1, VerificationReason.ChallengeExpired)]
    public async Task A_challenge_is_good_for_five_minutes(string description, int ticks, VerificationReason reason)
    {
        HolderChallenge challenge = await IssueAsync();
        _desk.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromTicks(ticks));
        (await LogInAsync(challenge)).Reason.ShouldBe(reason, description);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("of the right length", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("with a line break", "a\nb")]
    public async Task A_challenge_never_issued_is_not_found(string description, string id)
    {
        LoginResult result = await _logins.VerifyAsync(id, Origin, Session, _desk.UserAuthenticationDer, new byte[256]);
        result.Reason.ShouldBe(VerificationReason.ChallengeNotFound, description);
    }

    [Fact]
    public async Task Signature_certificate_is_refused_as_the_wrong_one()
    {
        HolderChallenge challenge = await IssueAsync();
        byte[] signature = _desk.SignatureKey.SignData(challenge.Message.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Refused(await LogInAsync(challenge, _desk.SignatureDer, signature), VerificationReason.WrongPurpose);
    }

    [Fact]
    public async Task Certificate_of_another_lab_is_refused()
    {
        using ShapedAuthority other = new(5, "C=JP, O=OTHER TEST, OU=OTHER for user authentication, OU=Other Test Laboratory");
        Refused(await LogInAsync(await IssueAsync(), ShapedLeaf.UserAuthentication.IssueBy(other)), VerificationReason.IssuerUnknown);
    }

    [Theory]
    [InlineData("no bytes", 0)]
    [InlineData("cut", 700)]
    public async Task A_certificate_that_cannot_be_read_is_malformed(string description, int length)
    {
        LoginResult result = await LogInAsync(await IssueAsync(), _desk.UserAuthenticationDer[..length]);
        result.Reason.ShouldBe(VerificationReason.CertificateMalformed, description);
    }

    [Fact]
    public async Task Signature_over_another_challenge_is_invalid()
    {
        HolderChallenge first = await IssueAsync(), second = await IssueAsync();
        Refused(await LogInAsync(second, signature: Sign(first)), VerificationReason.SignatureInvalid);
        _desk.Status.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Lost_card_is_refused_as_held_and_not_as_revoked()
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.CertificateHold);
        LoginResult result = await LogInAsync(await IssueAsync());
        Refused(result, VerificationReason.Held);
        result.Validation!.Status!.Since.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("responder down", VerificationReason.StatusUnreachable)]
    [InlineData("stale answer", VerificationReason.StatusStale)]
    public async Task Without_status_the_login_is_undetermined_and_shows_no_identity(string description, VerificationReason failure)
    {
        _desk.Status.Answer = RevocationEvidence.Unreachable(failure, RevocationMethod.Ocsp);
        LoginResult result = await LogInAsync(await IssueAsync());
        result.Outcome.ShouldBe(VerificationOutcome.Undetermined, description);
        result.Reason.ShouldBe(failure);
        result.Identity.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task An_approved_text_is_handed_back()
    {
        HolderChallenge challenge = await IssueAsync(Transfer);
        LoginResult result = await ApproveAsync(challenge, Transfer);
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        result.ApprovedText.ShouldBe(Transfer);
        result.ToString().ShouldNotContain("円");
        (await LogInAsync(await IssueAsync())).ApprovedText.ShouldBeNull();
    }

    [Theory]
    [InlineData("another amount", "振込 90,000円")]
    [InlineData("full-width figures", "振込 １0,000円")]
    [InlineData("a space more", "振込 10,000円 ")]
    [InlineData("nothing", "")]
    public async Task A_text_other_than_the_approved_one_is_refused_and_the_challenge_used_up(string description, string text)
    {
        HolderChallenge challenge = await IssueAsync(Transfer);
        LoginResult result = await ApproveAsync(challenge, text);
        result.Reason.ShouldBe(VerificationReason.ChallengeForOtherText, description);
        result.ApprovedText.ShouldBeNull();
        Refused(await ApproveAsync(challenge, Transfer), VerificationReason.ChallengeNotFound);
    }

    [Fact]
    public async Task A_login_approves_no_text_and_an_approval_is_no_login()
    {
        Refused(await ApproveAsync(await IssueAsync(), Transfer), VerificationReason.ChallengeForOtherText);
        Refused(await LogInAsync(await IssueAsync(Transfer)), VerificationReason.ChallengeForOtherText);
    }

    [Fact]
    public async Task An_approval_is_held_to_the_certificate_that_has_to_give_it()
    {
        JpkiCertificate.TryParse(_desk.UserAuthenticationDer, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        LoginResult result = await ApproveAsync(await IssueAsync(Transfer), certificate!.Identity);
        (result.Outcome, result.ApprovedText).ShouldBe((VerificationOutcome.Valid, Transfer));
    }

    [Fact]
    public async Task An_approval_by_another_certificate_is_refused_and_used_up_and_nobody_is_asked()
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.CertificateHold);
        HolderChallenge challenge = await IssueAsync(Transfer);
        Refused(await ApproveAsync(challenge, IdentityMaker.Login(7)), VerificationReason.ApprovalByOtherHolder);
        Refused(await ApproveAsync(challenge, IdentityMaker.Login(7)), VerificationReason.ChallengeNotFound);
        _desk.Status.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task An_approval_by_nobody_is_the_callers_mistake()
    {
        HolderChallenge challenge = await IssueAsync(Transfer);
        await Should.ThrowAsync<ArgumentException>(() => ApproveAsync(challenge, default(CertificateIdentity)));
    }

    [Fact]
    public async Task A_held_certificate_approves_nothing()
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.CertificateHold);
        LoginResult result = await ApproveAsync(await IssueAsync(Transfer), Transfer);
        Refused(result, VerificationReason.Held);
        result.ApprovedText.ShouldBeNull();
    }

    [Fact]
    public void Validator_for_documents_is_refused_at_construction() =>
        Should.Throw<ArgumentException>(() => new LoginVerifier(_desk.SignatureValidator, _challenges));

    private async Task<HolderChallenge> IssueAsync() => (await _challenges.IssueAsync(Origin, Session)).ShouldNotBeNull();

    private async Task<HolderChallenge> IssueAsync(string text) => (await _challenges.IssueForTextAsync(Origin, Session, text)).ShouldNotBeNull();

    private async Task<LoginResult> ApproveAsync(HolderChallenge challenge, string text) =>
        await _logins.VerifyApprovalByAnyHolderAsync(challenge.Id, Origin, Session, text, _desk.UserAuthenticationDer, Sign(challenge));

    private async Task<LoginResult> ApproveAsync(HolderChallenge challenge, CertificateIdentity approver) =>
        await _logins.VerifyApprovalAsync(challenge.Id, Origin, Session, Transfer, approver, _desk.UserAuthenticationDer, Sign(challenge));

    private async Task<LoginResult> LogInAsync(HolderChallenge challenge, byte[]? certificate = null, byte[]? signature = null) =>
        await _logins.VerifyAsync(challenge.Id, Origin, Session, certificate ?? _desk.UserAuthenticationDer, signature ?? Sign(challenge));

    private byte[] Sign(HolderChallenge challenge) =>
        _desk.UserAuthenticationKey.SignData(challenge.Message.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static void Refused(LoginResult result, VerificationReason reason)
    {
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Reason.ShouldBe(reason);
        result.Signer.ShouldBeNull();
        result.Identity.IsEmpty.ShouldBeTrue();
    }
}
