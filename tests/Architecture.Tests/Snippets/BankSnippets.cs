using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class BankSnippets
{
    [Fact]
    public async Task Document_is_verified_recorded_and_linked()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificateValidator signatureCertificates = world.CreateValidator(CertificatePurpose.Signature);
        ISerialLinkService links = world.Links;
        byte[] cms = await SignAsync(world.Holder, "申込書"u8.ToArray());
        #region document-verify
        DocumentVerifier documents = new(signatureCertificates);
        DocumentVerificationResult result = await documents.VerifyAsync(cms);
        if (result.Outcome == VerificationOutcome.Valid)
        {
            ReadOnlyMemory<byte> content = result.Content!.Value;          // null unless valid, so that nobody reads it by mistake
            HolderAttributes holder = result.Holder!;
            Accept(content, holder);
        }
        #endregion
        #region serial-link
        CertificateIdentity s = result.Signer!.Certificate.Identity;       // 発行番号 S, of the signature certificate
        CertificateIdentity? r = await links.FindUserAuthenticationAsync(s);
        if (r is null)
        {
            AskLater();                                                    // no link yet is not a refusal
        }
        #endregion
        #region evidence-write
        VerificationEvidence evidence = VerificationEvidence.From(result);
        byte[] json = EvidenceJson.Serialize(evidence);                    // personal data: encrypt it at rest
        bool readable = EvidenceJson.TryDeserialize(json, out VerificationEvidence? again);
        #endregion
        r.ShouldBe(world.Holder.Certificates.UserAuthentication.Identity);
        readable.ShouldBeTrue();
        again!.Status!.State.ShouldBe(RevocationState.Good);

        void Accept(ReadOnlyMemory<byte> signed, HolderAttributes person) => (signed.Length > 0 && person.Attributes.Name.Length > 0).ShouldBeTrue();

        void AskLater() => throw new InvalidOperationException();
    }

    [Fact]
    public async Task Login_is_good_once()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificateValidator loginCertificates = world.CreateValidator(CertificatePurpose.UserAuthentication);
        TimeProvider clock = world.Clock;
        string session = "session-1";
        #region login-issue
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        HolderChallenges challenges = new(new InMemoryChallengeStore(clock), clock, random);    // several servers: one shared IChallengeStore
        LoginVerifier logins = new(loginCertificates, challenges);
        HolderChallenge? challenge = await challenges.IssueAsync("https://bank.example", session);
        #endregion
        (byte[] certificate, byte[] signature) = await AnswerAsync(world.Holder, challenge!.Message);
        #region login-verify
        LoginResult result = await logins.VerifyAsync(challenge.Id, "https://bank.example", session, certificate, signature);
        CertificateIdentity account = result.Identity;                                         // empty unless valid
        #endregion
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        account.ShouldBe(world.Holder.Certificates.UserAuthentication.Identity);
        LoginResult replay = await logins.VerifyAsync(challenge.Id, "https://bank.example", session, certificate, signature);
        replay.Reason.ShouldBe(VerificationReason.ChallengeNotFound);
    }

    [Fact]
    public void Message_of_a_challenge_is_the_page_text()
    {
        HolderStatement statement = new(StatementPurpose.Login, "https://bank.example", "https://bank.example", new string('A', 43), DateTimeOffset.UnixEpoch);
        string page = Repository.ReadText(Repository.PathOf("docs", "jpki", "documents-and-logins.md"));
        page.ShouldContain($"```text\n{System.Text.Encoding.UTF8.GetString(statement.Message.Span)}```");
    }

    [Fact]
    public async Task Stored_certificate_is_checked_again()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificateValidator signatureCertificates = world.CreateValidator(CertificatePurpose.Signature);
        ReadOnlyMemory<byte> stored = world.Holder.Certificates.Signature!.Encoded;
        world.Authority.MoveHouse(world.Holder.Certificates);
        #region status-monitor
        StatusMonitor monitor = new(signatureCertificates);
        StatusCheck check = await monitor.CheckAsync(stored, StatusCheckPurpose.LivenessCheck);
        StatusAdvice next = check.Advice;              // UpdateAttributes after a move; it advises and decides nothing
        #endregion
        next.ShouldBe(StatusAdvice.UpdateAttributes);
    }

    internal static async Task<byte[]> SignAsync(LabHolder holder, byte[] content)
    {
        using CardSession session = CardSession.Open(holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(CardPinKind.Signature);
        await jpki.VerifyPinAsync(JpkiKey.Signature, pin);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(await jpki.ReadCertificateAsync(JpkiKey.Signature));
        using CardBackedRsa key = jpki.CreateRsa(JpkiKey.Signature, certificate.RawData);
        SignedCms cms = new(new ContentInfo(content));
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, key));
        return cms.Encode();
    }

    private static async Task<(byte[] Certificate, byte[] Signature)> AnswerAsync(LabHolder holder, ReadOnlyMemory<byte> message)
    {
        using CardSession session = CardSession.Open(holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(CardPinKind.UserAuthentication);
        await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin);
        byte[] certificate = await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication);
        byte[] signature = await jpki.SignHashAsync(JpkiKey.UserAuthentication, HashAlgorithmName.SHA256, SHA256.HashData(message.Span));
        return (certificate, signature);
    }
}
