using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MyNumber.Jpki;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Consents;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation;
using MyNumber.TestKit;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Architecture.Tests.Documents;

public sealed partial class AuthoritySnippets
{
    [Fact]
    public async Task Hold_and_revocation()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CardCertificates card = world.Holder.Certificates;
        LabAuthority authority = world.Authority;
        #region authority-status
        authority.ReportLost(card);                                                                    // 一時保留 of both
        StatusChangeOutcome lifted = authority.Statuses.Release(card.UserAuthentication.Identity);     // HoldIsNeverLifted on a card
        authority.Statuses.Revoke(card.UserAuthentication.Identity, RevocationReason.KeyCompromise);   // 失効
        #endregion
        lifted.ShouldBe(StatusChangeOutcome.HoldIsNeverLifted);
        authority.Statuses.Find(card.UserAuthentication.Identity)!.Value.State.ShouldBe(IssuedState.Revoked);
    }

    [Fact]
    public async Task Answers_are_signed_ahead()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        LabAuthority authority = world.Authority;
        using CancellationTokenSource source = new();
        CancellationToken stopping = source.Token;
        #region authority-presign
        await using OcspResponderHost host = await authority.StartResponderAsync();
        Task ahead = authority.Responder.RunAsync(stopping);         // this tick's answers, then the next's, and again at every tick
        int kept = authority.Responder.PresignedCount;
        #endregion
        kept.ShouldBeGreaterThanOrEqualTo(0);
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => ahead);
    }

    [Fact]
    public async Task Timestamps_are_given()
    {
        using RSA anchorKey = LabKeyPool.Load(7), timeKey = LabKeyPool.Load(8);
        ManualTimeProvider clock = new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));
        #region authority-timestamps
        TimestampAuthority time = new(anchorKey, timeKey, clock);
        await using TimestampHost host = await TimestampHost.StartAsync(time);        // POST application/timestamp-query to host.Address
        TimestampVerifier timestamps = new(new ChainTimestampTrust([time.Anchor], [time.PublishList()]));
        #endregion
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        TimestampRequest request = TimestampRequest.ForData([1], HashAlgorithmName.SHA256, random);
        request.ReadResponse(time.Answer(request.Encode()), out TimestampToken? token).ShouldBe(VerificationReason.None);
        timestamps.Verify(token!.RawData.Span, [1], clock.GetUtcNow()).Outcome.ShouldBe(VerificationOutcome.Valid);
        host.Address.IsLoopback.ShouldBeTrue();
    }

    [Fact]
    public async Task Latest_attributes_are_asked_for()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        LabAuthority authority = world.Authority;
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        ConsentRequest consent = ConsentRequest.Create("見本銀行 口座", "2026-04", random, world.Clock);
        IssuedCertificate certificate = world.Holder.Certificates.Signature!;
        JpkiCertificate.TryParse(certificate.Encoded.Span, out JpkiCertificate? read, out _).ShouldBeTrue();
        using RSA key = Enumerable.Range(0, LabKeyPool.Count).Select(LabKeyPool.Load)
            .First(candidate => candidate.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(read!.SubjectPublicKeyInfo.Span));
        byte[] signed = new CmsDocumentSigner(world.Clock).Sign(SignerCredential.Create(certificate.Encoded.Span, key), consent.Content);
        CertificateIdentity signer = certificate.Identity;
        #region authority-latest
        LatestAttributesOffice latest = new(authority);
        ILatestAttributesProvider bank = latest.Connect("見本銀行 口座");                       // reaches consents for this service alone
        ConsentFiling filed = await latest.FileAsync("見本銀行 口座", signed);                  // the same CMS that the bank took
        AuthorityConsent stands = await bank.PollAsync(consent.Id, signer);
        LatestAttributes answer = await bank.FetchAsync(consent.Id, signer);
        bool revoked = latest.Revoke(consent.Id, signer);                                      // by the holder; the bank learns it when it polls
        #endregion
        (filed, stands.State, answer.State, revoked).ShouldBe((ConsentFiling.Filed, AuthorityConsentState.Stands, LatestAttributesState.Unchanged, true));
    }

    [Fact]
    public async Task Responder_is_wrong_on_purpose()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        #region authority-faults
        world.Authority.Responder.Faults = OcspFaults.None with { ThisUpdateAge = TimeSpan.FromHours(2) };
        ValidationResult answer = await world.CreateValidator(CertificatePurpose.UserAuthentication)
            .ValidateAsync(world.Holder.Certificates.UserAuthentication.Encoded);
        // Undetermined, StatusStale
        #endregion
        (answer.Outcome, answer.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusStale));
    }

    [Fact]
    public async Task Certificate_is_wrong_on_purpose()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        LabAuthority authority = world.Authority;
        LabHolder holder = world.Holder;
        using RSA key = RSA.Create(2048);
        #region authority-wrong-certificate
        CardCertificates expired = authority.Issue(new CardIssuance
        {
            Holder = new HolderAttributes(holder.Person.Attributes),
            Municipality = holder.Person.Municipality,
            CardExpiry = holder.Person.Card.Face.Expiry,
            UserAuthenticationKey = key.ExportSubjectPublicKeyInfo(),
            Alter = (purpose, contents) => contents.WithValidity(contents.NotBefore.AddYears(-6), contents.NotBefore.AddYears(-1)),
        });
        #endregion
        ValidationResult answer = await world.CreateValidator(CertificatePurpose.UserAuthentication).ValidateAsync(expired.UserAuthentication.Encoded);
        answer.Reason.ShouldBe(VerificationReason.Expired);
    }

    [SkippableFact]
    public async Task Openssl_agrees_with_the_commands_of_the_page()
    {
        OutsideProgram shell = OutsideProgram.Require("sh", "dash");
        _ = OutsideProgram.Require("openssl", "openssl");
        await using LabWorld world = await LabWorld.StartAsync();
        using TemporaryFolder temporary = new();
        string folder = temporary.Path;
        #region authority-files
        AuthorityGeneration issuer = world.Authority.Of(CertificatePurpose.UserAuthentication).Current;
        using HttpClient http = new();
        await File.WriteAllBytesAsync(Path.Combine(folder, "issuer.der"), issuer.Certificate.ToArray());
        await File.WriteAllBytesAsync(Path.Combine(folder, "card.der"), world.Holder.Certificates.UserAuthentication.Encoded.ToArray());
        await File.WriteAllBytesAsync(Path.Combine(folder, "full.crl"), await http.GetByteArrayAsync(new Uri(world.CrlAddress, "auth/current/full.crl")));
        string ocsp = world.OcspAddress.AbsoluteUri;                           // http://127.0.0.1:(free port)/ocsp
        #endregion
        string page = Repository.ReadText(Repository.PathOf("docs", "jpki", "authority.md"));
        string commands = ShellFence().Match(page).Groups["commands"].Value;
        commands.ShouldContain("openssl ocsp");
        ProgramOutcome outcome = shell.RunIn(folder, "-euc", $"OCSP={ocsp}\n{commands}");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        outcome.All.ShouldContain("card.pem: OK");
        outcome.All.ShouldContain("Response verify OK");
        outcome.All.ShouldContain("card.pem: good");
        outcome.All.ShouldContain("verify OK");
    }

    [GeneratedRegex(@"^```sh\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellFence();
}
