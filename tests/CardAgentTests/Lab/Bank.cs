using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Testing;

namespace CardAgentTests.Lab;

/// <summary>The service that asks: it issues challenges and verifies answers with the library's own verifiers.</summary>
internal sealed class Bank : IDisposable
{
    public const string Origin = "https://bank.example";
    public const string Session = "session-1";
    public static readonly Uri Return = new("https://bank.example/signin-jpki?step=2");

    private readonly LabWorld _world;
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly HolderChallenges _challenges;

    public Bank(LabWorld world)
    {
        _world = world;
        _challenges = new HolderChallenges(new InMemoryChallengeStore(world.Clock), world.Clock, _random);
    }

    public async Task<AgentRequest> AskAsync(StatementPurpose purpose = StatementPurpose.Login, string? text = null, string origin = Origin)
    {
        HolderChallenge challenge = (await _challenges.IssueAsync(purpose, origin, Session, text)).ShouldNotBeNull();
        return AgentRequest.For(challenge, new Uri(new Uri(origin), Return.PathAndQuery), "state <&\"'> 状態");
    }

    public ValueTask<LoginResult> VerifyLoginAsync(AgentAnswer answer) =>
        new LoginVerifier(_world.CreateValidator(CertificatePurpose.UserAuthentication), _challenges).VerifyAsync(answer.Nonce, Origin, Session, answer.Certificate, answer.Signature);

    public ValueTask<LoginResult> VerifyApprovalAsync(AgentAnswer answer, string text) =>
        new LoginVerifier(_world.CreateValidator(CertificatePurpose.UserAuthentication), _challenges).VerifyApprovalByAnyHolderAsync(answer.Nonce, Origin, Session, text, answer.Certificate, answer.Signature);

    public ValueTask<ApplicationResult> VerifyApplicationAsync(AgentAnswer answer) =>
        new ApplicationVerifier(new DocumentVerifier(_world.CreateValidator(CertificatePurpose.Signature), requiresSigningCertificate: true), _challenges).VerifyAsync(answer.Nonce, Origin, Session, answer.Document);

    public ValueTask<HandoverResult> TakeCertificateAsync(AgentAnswer answer) =>
        new CertificateHandover(_world.CreateValidator(CertificatePurpose.Signature), _challenges).TakeAsync(answer.Nonce, Origin, Session, answer.Certificate);

    public static AgentAnswer Read(Page page, StatementPurpose purpose)
    {
        AgentAnswer.TryRead(page.Fields.Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Value))), purpose, out AgentAnswer? answer).ShouldBeTrue(page.Status.ToString());
        return answer!;
    }

    public void Dispose() => _random.Dispose();
}
