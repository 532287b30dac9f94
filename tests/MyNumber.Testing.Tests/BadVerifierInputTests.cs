using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Jpki;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;

namespace MyNumber.Testing.Tests;

/// <summary>What reaches a verifier wrong, with the whole world behind it: each has its own reason.</summary>
public sealed class BadVerifierInputTests : IAsyncLifetime
{
    private static readonly byte[] Application = Encoding.UTF8.GetBytes("口座開設申込書 本店 普通預金");

    private LabWorld _world = null!;

    public static TheoryData<string, OcspFaults, VerificationReason> SpoiltAnswers { get; } = new()
    {
        { "an answer of an hour ago", OcspFaults.None with { ThisUpdateAge = TimeSpan.FromHours(1) }, VerificationReason.StatusStale },
        { "the right serial under the other generation's key", OcspFaults.None with { WrongIssuerKeyHash = true }, VerificationReason.StatusForOtherCertificate },
        { "a responder certificate without OCSPSigning", OcspFaults.None with { ResponderWithoutOcspSigning = true }, VerificationReason.StatusSignerNotAuthorised },
        { "a signature with one bit spoilt", OcspFaults.None with { WrongSignature = true }, VerificationReason.StatusSignatureInvalid },
        { "tryLater", OcspFaults.None with { Error = OcspResponseStatus.TryLater }, VerificationReason.StatusRefused },
        { "unknown", OcspFaults.None with { ForceUnknown = true }, VerificationReason.StatusUnknown },
        { "no answer at all", OcspFaults.None with { Offline = true }, VerificationReason.StatusUnreachable },
    };

    public async Task InitializeAsync() => _world = await LabWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_signed_application_is_valid()
    {
        DocumentVerificationResult result = await VerifyAsync(await SignAsync());
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Valid, VerificationReason.None));
        result.Content!.Value.ToArray().ShouldBe(Application);
    }

    [Fact]
    public async Task A_certificate_cut_short_is_malformed()
    {
        byte[] der = _world.Holder.Certificates.Signature!.Encoded.ToArray();
        ValidationResult result = await _world.CreateValidator(CertificatePurpose.Signature).ValidateAsync(der.AsMemory(0, der.Length - 1));
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, VerificationReason.CertificateMalformed));
    }

    [Fact]
    public async Task A_certificate_of_another_lab_has_an_unknown_issuer()
    {
        await using LabWorld foreign = await LabWorld.StartAsync(new LabWorldOptions
        {
            Authority = new LabAuthorityOptions { SignatureNaming = AuthorityNaming.Lab(CertificatePurpose.Signature, "Another Lab") },
        });
        await ShouldBeInvalidAsync(await SignAsync(foreign.Holder), VerificationReason.IssuerUnknown);
    }

    [Fact]
    public async Task A_certificate_of_a_lab_that_took_the_same_name_has_an_unknown_generation()
    {
        await using LabWorld impostor = await LabWorld.StartAsync(new LabWorldOptions { FreshKeys = true });
        await ShouldBeInvalidAsync(await SignAsync(impostor.Holder), VerificationReason.IssuerGenerationUnknown);
    }

    [Fact]
    public async Task A_login_certificate_does_not_open_an_account() =>
        await ShouldBeInvalidAsync(await CardUser.SignAsync(_world.Holder, JpkiKey.UserAuthentication, Application, _world.Clock), VerificationReason.WrongPurpose);

    [Fact]
    public async Task A_signature_certificate_does_not_log_in()
    {
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        HolderChallenges challenges = new(new InMemoryChallengeStore(_world.Clock), _world.Clock, random);
        LoginVerifier logins = new(_world.CreateValidator(CertificatePurpose.UserAuthentication), challenges);
        HolderChallenge challenge = (await challenges.IssueAsync("https://bank.example", "s"))!;
        (byte[] certificate, byte[] signature) = await CardUser.SignMessageAsync(_world.Holder, JpkiKey.Signature, challenge.Message);

        LoginResult result = await logins.VerifyAsync(challenge.Id, "https://bank.example", "s", certificate, signature);

        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, VerificationReason.WrongPurpose));
        Secrets.ShouldBeAbsent(_world.Holder, result, result.Identity, challenge);
    }

    [Fact]
    public async Task A_document_changed_after_signing_does_not_match_its_digest()
    {
        byte[] cms = await SignAsync();
        cms[cms.AsSpan().IndexOf(Application)] ^= 1;
        await ShouldBeInvalidAsync(cms, VerificationReason.ContentDigestMismatch);
    }

    [Fact]
    public async Task A_document_cut_short_is_malformed()
    {
        byte[] cms = await SignAsync();
        await ShouldBeInvalidAsync(cms[..^1], VerificationReason.DocumentMalformed);
    }

    [Theory]
    [InlineData("in the last second", 0, VerificationReason.None)]
    [InlineData("one second later", 1, VerificationReason.Expired)]
    public async Task A_certificate_is_good_until_its_last_second(string description, int seconds, VerificationReason expected)
    {
        byte[] cms = await SignAsync();
        _world.Clock.Set(_world.Holder.Certificates.Signature!.NotAfter.AddSeconds(seconds));
        (await VerifyAsync(cms)).Reason.ShouldBe(expected, description);
    }

    [Theory]
    [MemberData(nameof(SpoiltAnswers))]
    public async Task A_status_answer_that_cannot_be_relied_on_leaves_it_undetermined(string description, OcspFaults faults, VerificationReason expected)
    {
        byte[] cms = await SignAsync();
        _world.Authority.Responder.Faults = faults;
        DocumentVerificationResult result = await VerifyAsync(cms);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, expected), description);
        result.Signer.ShouldBeNull(description);
        result.Holder.ShouldBeNull(description);
        Secrets.ShouldBeAbsent(_world.Holder, result, result.Validation, result.Validation?.Status, result.Document);
    }

    [Fact]
    public async Task A_missing_nonce_is_refused_where_one_is_required()
    {
        using HttpClient http = new();
        OcspOptions options = new() { ResponderAddress = _world.OcspAddress, NoncePolicy = OcspNoncePolicy.Required };
        CertificateValidator validator = _world.CreateValidator(CertificatePurpose.Signature, new OcspClient(http, options, _world.Clock));
        ReadOnlyMemory<byte> der = _world.Holder.Certificates.Signature!.Encoded;
        (await validator.ValidateAsync(der)).Outcome.ShouldBe(VerificationOutcome.Valid);

        _world.Authority.Responder.Faults = OcspFaults.None with { OmitNonce = true };

        ValidationResult result = await validator.ValidateAsync(der);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusNonceMismatch));
    }

    [Fact]
    public async Task Held_and_revoked_are_told_apart_by_ocsp_and_by_crl()
    {
        LabHolder held = _world.Holder, revoked = _world.AddHolder(), good = _world.AddHolder();
        _world.Authority.ReportLost(held.Certificates);
        _world.Authority.MoveHouse(revoked.Certificates);
        _world.Clock.Advance(TimeSpan.FromMinutes(20));
        CertificateValidator[] validators =
        [
            _world.CreateValidator(CertificatePurpose.Signature),
            _world.CreateValidator(CertificatePurpose.Signature, _world.CreateCrlStore(CertificatePurpose.Signature)),
        ];
        foreach (CertificateValidator validator in validators)
        {
            (await validator.ValidateAsync(held.Certificates.Signature!.Encoded)).Reason.ShouldBe(VerificationReason.Held);
            (await validator.ValidateAsync(revoked.Certificates.Signature!.Encoded)).Reason.ShouldBe(VerificationReason.Revoked);
            (await validator.ValidateAsync(good.Certificates.Signature!.Encoded)).Outcome.ShouldBe(VerificationOutcome.Valid);
        }
    }

    private Task<byte[]> SignAsync(LabHolder? holder = null) => CardUser.SignAsync(holder ?? _world.Holder, JpkiKey.Signature, Application, _world.Clock);

    private async Task<DocumentVerificationResult> VerifyAsync(byte[] cms) =>
        await new DocumentVerifier(_world.CreateValidator(CertificatePurpose.Signature)).VerifyAsync(cms);

    private async Task ShouldBeInvalidAsync(byte[] cms, VerificationReason expected)
    {
        DocumentVerificationResult result = await VerifyAsync(cms);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, expected));
        result.Signer.ShouldBeNull();
        result.Content.ShouldBeNull();
        Secrets.ShouldBeAbsent(_world.Holder, result, result.Validation, result.Document, result.Certificate);
    }
}
