using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Services;

/// <summary>What holders are asked for, in the bytes that are signed, and that one is never taken for another.</summary>
public sealed class StatementPurposeTests : IDisposable
{
    private const string Origin = "https://bank.example";
    private const string Session = "session-1";
    private const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 4, 5, 678, TimeSpan.Zero);

    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_text_of_an_application_is_the_documented_one()
    {
        HolderChallenge challenge = (await Challenges().IssueAsync(StatementPurpose.Application, Origin, Session, "口座開設\n見本")).ShouldNotBeNull();
        Encoding.UTF8.GetString(challenge.Message.Span).ShouldBe(
            "MyNumber SDK holder statement v1\n" +
            "purpose: apply with the text below as the holder of a signature certificate\n" +
            "origin: https://bank.example\n" +
            "audience: https://bank.example\n" +
            "nonce: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n" +
            "issued-at: 2026-11-21T03:04:05Z\n" +
            "text-bytes: 19\n\n口座開設\n見本\n");
    }

    [Fact]
    public async Task The_text_of_a_handover_is_the_documented_one()
    {
        HolderChallenge challenge = (await Challenges().IssueAsync(StatementPurpose.CertificateHandover, Origin, Session, null)).ShouldNotBeNull();
        Encoding.UTF8.GetString(challenge.Message.Span).ShouldBe(
            "MyNumber SDK holder statement v1\n" +
            "purpose: hand over a signature certificate to fill in a form\n" +
            "origin: https://bank.example\n" +
            "audience: https://bank.example\n" +
            "nonce: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n" +
            "issued-at: 2026-11-21T03:04:05Z\n");
    }

    [Theory]
    [InlineData("a login with a text", StatementPurpose.Login, "振込")]
    [InlineData("a handover with a text", StatementPurpose.CertificateHandover, "振込")]
    [InlineData("an approval without", StatementPurpose.Approval, null)]
    [InlineData("an application without", StatementPurpose.Application, null)]
    [InlineData("an empty application", StatementPurpose.Application, "")]
    [InlineData("an application with a carriage return", StatementPurpose.Application, "a\r\nb")]
    [InlineData("an application that turns the direction of writing", StatementPurpose.Application, "a\u202Eb")]
    [InlineData("a purpose of nobody", (StatementPurpose)4, null)]
    [InlineData("a purpose below all", (StatementPurpose)(-1), null)]
    public async Task A_purpose_that_does_not_fit_its_text_is_refused(string description, StatementPurpose purpose, string? text) =>
        await Should.ThrowAsync<ArgumentException>(async () => await Challenges().IssueAsync(purpose, Origin, Session, text), description);

    [Fact]
    public void An_application_may_be_longer_than_an_approval_and_has_an_end()
    {
        new HolderStatement(StatementPurpose.Application, Origin, Origin, Nonce, Now, new string('円', 16384)).Text!.Length.ShouldBe(16384);
        Should.Throw<ArgumentException>(() => new HolderStatement(StatementPurpose.Application, Origin, Origin, Nonce, Now, new string('円', 16385)));
        Should.Throw<ArgumentException>(() => new HolderStatement(StatementPurpose.Approval, Origin, Origin, Nonce, Now, new string('円', 2001)));
    }

    [Fact]
    public void A_text_that_looks_like_the_lines_above_it_makes_no_other_statement()
    {
        string[] texts = ["a", "a\n\nb", "text-bytes: 1\n\na", "nonce: " + Nonce];
        texts.Select(text => Convert.ToHexString(new HolderStatement(StatementPurpose.Application, Origin, Origin, Nonce, Now, text).Message.Span)).Distinct().Count().ShouldBe(texts.Length);
    }

    [Theory]
    [InlineData("an application", StatementPurpose.Application, "申込書")]
    [InlineData("a handover", StatementPurpose.CertificateHandover, null)]
    public async Task What_was_asked_for_something_else_is_no_login_and_no_approval(string description, StatementPurpose purpose, string? text)
    {
        HolderChallenges challenges = new(new InMemoryChallengeStore(_desk.Clock), _desk.Clock, new SeededRandom());
        LoginVerifier logins = new(_desk.UserAuthenticationValidator, challenges);
        HolderChallenge login = (await challenges.IssueAsync(purpose, Origin, Session, text)).ShouldNotBeNull();
        (await logins.VerifyAsync(login.Id, Origin, Session, _desk.UserAuthenticationDer, Sign(login))).Reason.ShouldBe(VerificationReason.ChallengeForOtherPurpose, description);
        HolderChallenge approval = (await challenges.IssueAsync(purpose, Origin, Session, text)).ShouldNotBeNull();
        (await logins.VerifyApprovalByAnyHolderAsync(approval.Id, Origin, Session, text ?? "振込", _desk.UserAuthenticationDer, Sign(approval))).Reason.ShouldBe(VerificationReason.ChallengeForOtherPurpose, description);
        (await logins.VerifyAsync(login.Id, Origin, Session, _desk.UserAuthenticationDer, Sign(login))).Reason.ShouldBe(VerificationReason.ChallengeNotFound, description);
    }

    private static HolderChallenges Challenges()
    {
        ManualTimeProvider clock = new(Now);
        return new HolderChallenges(new InMemoryChallengeStore(clock), clock, new SeededRandom());
    }

    private byte[] Sign(HolderChallenge challenge) => _desk.UserAuthenticationKey.SignData(challenge.Message.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
