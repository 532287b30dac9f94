using System.Text;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Tests.Services;

public sealed class ApplicationVerifierTests : IDisposable
{
    private const string Origin = "https://bank.example";
    private const string Session = "session-1";
    private const string Text = "口座開設申込書\n氏名: 見本　花子";

    private readonly SigningDesk _desk = new();
    private readonly HolderChallenges _challenges;
    private readonly ApplicationVerifier _applications;

    public ApplicationVerifierTests()
    {
        _challenges = new HolderChallenges(new InMemoryChallengeStore(_desk.Clock), _desk.Clock, new SeededRandom());
        _applications = new ApplicationVerifier(_desk.Documents, _challenges);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_signed_application_is_valid_and_gives_text_and_signer()
    {
        ApplicationResult result = await ApplyAsync(await IssueAsync());
        (result.Outcome, result.Reason, result.Text).ShouldBe((VerificationOutcome.Valid, VerificationReason.None, Text));
        result.Holder!.Attributes.Name.ShouldBe("見本　花子");
        result.Identity.SerialNumber.ToArray().ShouldBe([0x01, 0x22, 0x33, 0x44]);
        result.ToString().ShouldBe("ApplicationResult(Valid, None)");
    }

    [Fact]
    public async Task Replay_is_refused()
    {
        HolderChallenge challenge = await IssueAsync();
        byte[] cms = Sign(challenge.Message);
        (await ApplyAsync(challenge, cms)).Outcome.ShouldBe(VerificationOutcome.Valid);
        Refused(await ApplyAsync(challenge, cms), VerificationReason.ChallengeNotFound);
    }

    [Theory]
    [InlineData("another origin", "https://bank.example.evil", Session)]
    [InlineData("another scheme", "http://bank.example", Session)]
    [InlineData("another session", Origin, "session-2")]
    [InlineData("no session", Origin, "")]
    public async Task An_application_for_another_place_is_refused_and_its_challenge_used_up(string description, string origin, string session)
    {
        HolderChallenge challenge = await IssueAsync();
        (await _applications.VerifyAsync(challenge.Id, origin, session, Sign(challenge.Message))).Reason.ShouldBe(VerificationReason.ChallengeForOtherOrigin, description);
        Refused(await ApplyAsync(challenge), VerificationReason.ChallengeNotFound);
    }

    [Fact]
    public async Task An_application_for_another_service_is_refused()
    {
        InMemoryChallengeStore store = new(_desk.Clock);
        HolderChallenges loans = new(store, _desk.Clock, new SeededRandom(), audience: "loans"), savings = new(store, _desk.Clock, new SeededRandom(), audience: "savings");
        HolderChallenge challenge = (await loans.IssueAsync(StatementPurpose.Application, Origin, Session, Text)).ShouldNotBeNull();
        Refused(await new ApplicationVerifier(_desk.Documents, savings).VerifyAsync(challenge.Id, Origin, Session, Sign(challenge.Message)), VerificationReason.ChallengeForOtherAudience);
    }

    [Theory]
    [InlineData("the last tick", -1, VerificationReason.None)]
    [InlineData("the end", 0, VerificationReason.ChallengeExpired)]
    public async Task An_application_is_taken_for_five_minutes(string description, int ticks, VerificationReason reason)
    {
        HolderChallenge challenge = await IssueAsync();
        _desk.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromTicks(ticks));
        (await ApplyAsync(challenge)).Reason.ShouldBe(reason, description);
    }

    [Theory]
    [InlineData("a login", StatementPurpose.Login, null)]
    [InlineData("an approval", StatementPurpose.Approval, Text)]
    [InlineData("a handover", StatementPurpose.CertificateHandover, null)]
    public async Task A_challenge_for_something_else_is_no_application(string description, StatementPurpose purpose, string? text)
    {
        HolderChallenge challenge = (await _challenges.IssueAsync(purpose, Origin, Session, text)).ShouldNotBeNull();
        ApplicationResult result = await ApplyAsync(challenge);
        result.Reason.ShouldBe(VerificationReason.ChallengeForOtherPurpose, description);
        result.Holder.ShouldBeNull();
    }

    public static TheoryData<string, Func<HolderChallenge, byte[]>> OtherContents => new()
    {
        { "another text", challenge => Message(challenge, text: Text + "!") },
        { "another nonce", challenge => Message(challenge, nonce: "BAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8") },
        { "another origin", challenge => Message(challenge, origin: "https://bank.example.evil") },
        { "another purpose with the same text", challenge => Message(challenge, purpose: StatementPurpose.Approval) },
        { "the text alone", _ => Encoding.UTF8.GetBytes(Text) },
        { "the statement with a byte more", challenge => [.. challenge.Message.Span, (byte)'\n'] },
        { "nothing", _ => [] },
    };

    [Theory]
    [MemberData(nameof(OtherContents), DisableDiscoveryEnumeration = true)]
    public async Task A_document_that_says_something_else_is_refused_without_a_question_for_status(string description, Func<HolderChallenge, byte[]> content)
    {
        HolderChallenge challenge = await IssueAsync();
        ApplicationResult result = await ApplyAsync(challenge, Sign(content(challenge)));
        result.Reason.ShouldBe(VerificationReason.ApplicationForOtherChallenge, description);
        result.Document.ShouldBeNull();
        result.Text.ShouldBeNull();
        _desk.Status.Asked.ShouldBe(0);
        Refused(await ApplyAsync(challenge), VerificationReason.ChallengeNotFound);
    }

    [Fact]
    public async Task A_document_without_its_content_is_refused()
    {
        HolderChallenge challenge = await IssueAsync();
        ApplicationResult result = await ApplyAsync(challenge, (_desk.Cms with { Content = challenge.Message.ToArray(), Detached = true }).Encode());
        Refused(result, VerificationReason.DocumentMalformed);
    }

    [Theory]
    [InlineData("no bytes", 0)]
    [InlineData("cut", 200)]
    public async Task A_document_that_cannot_be_read_is_malformed(string description, int length)
    {
        HolderChallenge challenge = await IssueAsync();
        (await ApplyAsync(challenge, Sign(challenge.Message)[..length])).Reason.ShouldBe(VerificationReason.DocumentMalformed, description);
    }

    [Fact]
    public async Task A_content_that_was_signed_otherwise_is_refused()
    {
        HolderChallenge challenge = await IssueAsync();
        byte[] cms = (_desk.Cms with { Content = challenge.Message.ToArray(), SignedContent = Message(challenge, text: "別の申込書") }).Encode();
        Refused(await ApplyAsync(challenge, cms), VerificationReason.ContentDigestMismatch);
    }

    [Fact]
    public async Task The_key_for_logins_signs_no_application()
    {
        HolderChallenge challenge = await IssueAsync();
        byte[] cms = new HandMadeCms { Key = _desk.UserAuthenticationKey, Certificates = [_desk.UserAuthenticationDer], Content = challenge.Message.ToArray() }.Encode();
        Refused(await ApplyAsync(challenge, cms), VerificationReason.WrongPurpose);
    }

    [Fact]
    public async Task A_signer_of_another_lab_is_refused()
    {
        using ShapedAuthority other = new(5, "C=JP, O=OTHER TEST, OU=OTHER for signature, OU=Other Test Laboratory");
        HolderChallenge challenge = await IssueAsync();
        byte[] cms = (_desk.Cms with { Content = challenge.Message.ToArray(), Certificates = [ShapedLeaf.Signature.IssueBy(other)] }).Encode();
        Refused(await ApplyAsync(challenge, cms), VerificationReason.IssuerUnknown);
    }

    [Fact]
    public async Task Two_signers_are_refused()
    {
        HolderChallenge challenge = await IssueAsync();
        Refused(await ApplyAsync(challenge, (_desk.Cms with { Content = challenge.Message.ToArray(), Signers = 2 }).Encode()), VerificationReason.SeveralSigners);
    }

    [Fact]
    public async Task Held_is_refused_and_shows_neither_text_nor_signer()
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.CertificateHold);
        ApplicationResult result = await ApplyAsync(await IssueAsync());
        Refused(result, VerificationReason.Held);
        result.Document.ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_status_it_is_undetermined()
    {
        _desk.Status.Answer = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
        ApplicationResult result = await ApplyAsync(await IssueAsync());
        (result.Outcome, result.Reason, result.Text).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusUnreachable, null));
        result.Identity.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task An_application_over_the_limit_is_not_judged()
    {
        CertificateValidator narrow = new(_desk.SignatureValidator.Anchors, _desk.Status, _desk.Clock, new VerificationLimits { MaximumCertificateLength = _desk.SignatureDer.Length - 1 });
        HolderChallenge challenge = await IssueAsync();
        ApplicationResult result = await new ApplicationVerifier(new DocumentVerifier(narrow), _challenges).VerifyAsync(challenge.Id, Origin, Session, Sign(challenge.Message));
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.WorkLimitExceeded));
    }

    private async Task<HolderChallenge> IssueAsync() => (await _challenges.IssueAsync(StatementPurpose.Application, Origin, Session, Text)).ShouldNotBeNull();

    private byte[] Sign(ReadOnlyMemory<byte> content) => (_desk.Cms with { Content = content.ToArray() }).Encode();

    private async Task<ApplicationResult> ApplyAsync(HolderChallenge challenge, byte[]? cms = null) =>
        await _applications.VerifyAsync(challenge.Id, Origin, Session, cms ?? Sign(challenge.Message));

    private static byte[] Message(HolderChallenge challenge, string text = Text, string? nonce = null, string? origin = null, StatementPurpose purpose = StatementPurpose.Application) =>
        new HolderStatement(purpose, origin ?? challenge.Origin, challenge.Audience, nonce ?? challenge.Id, challenge.IssuedAt, text).Message.ToArray();

    private static void Refused(ApplicationResult result, VerificationReason reason)
    {
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, reason));
        result.Text.ShouldBeNull();
        result.Holder.ShouldBeNull();
        result.Identity.IsEmpty.ShouldBeTrue();
    }
}
