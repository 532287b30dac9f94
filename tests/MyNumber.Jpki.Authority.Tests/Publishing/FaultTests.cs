using System.Net;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Revocation.RequestSigning;
using MyNumber.Jpki.Signatures;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

/// <summary>Every fault of the responder as this library's client sees it over HTTP: no fault passes for an answer, and each has its reason.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private readonly LabAuthority _lab = TestLab.At(TestLab.Fixed);
    private readonly HttpClient _http = new();
    private OcspResponderHost _host = null!;

    public static TheoryData<string, string, OcspFaults, VerificationReason> Faults { get; } = new()
    {
        { "malformed request", nameof(OcspFaults.Error), new OcspFaults { Error = OcspResponseStatus.MalformedRequest }, VerificationReason.StatusRefused },
        { "internal error", nameof(OcspFaults.Error), new OcspFaults { Error = OcspResponseStatus.InternalError }, VerificationReason.StatusRefused },
        { "try later", nameof(OcspFaults.Error), new OcspFaults { Error = OcspResponseStatus.TryLater }, VerificationReason.StatusRefused },
        { "signature required", nameof(OcspFaults.Error), new OcspFaults { Error = OcspResponseStatus.SigRequired }, VerificationReason.StatusRefused },
        { "unauthorized", nameof(OcspFaults.Error), new OcspFaults { Error = OcspResponseStatus.Unauthorized }, VerificationReason.StatusRefused },
        { "a request that is not signed", nameof(OcspFaults.RequireSignature), new OcspFaults { RequireSignature = true }, VerificationReason.StatusRefused },
        { "an answer of an hour ago", nameof(OcspFaults.ThisUpdateAge), new OcspFaults { ThisUpdateAge = TimeSpan.FromHours(1) }, VerificationReason.StatusStale },
        { "an answer of the next hour", nameof(OcspFaults.ThisUpdateAhead), new OcspFaults { ThisUpdateAhead = TimeSpan.FromHours(1) }, VerificationReason.StatusStale },
        { "no nonce", nameof(OcspFaults.OmitNonce), new OcspFaults { OmitNonce = true }, VerificationReason.StatusNonceMismatch },
        { "another nonce", nameof(OcspFaults.WrongNonce), new OcspFaults { WrongNonce = true }, VerificationReason.StatusNonceMismatch },
        { "no OCSPSigning", nameof(OcspFaults.ResponderWithoutOcspSigning), new OcspFaults { ResponderWithoutOcspSigning = true }, VerificationReason.StatusSignerNotAuthorised },
        { "another generation's", nameof(OcspFaults.ResponderOfOtherGeneration), new OcspFaults { ResponderOfOtherGeneration = true }, VerificationReason.StatusSignerNotAuthorised },
        { "expired responder", nameof(OcspFaults.ResponderExpired), new OcspFaults { ResponderExpired = true }, VerificationReason.StatusSignerNotAuthorised },
        { "self-signed responder", nameof(OcspFaults.ResponderSelfSigned), new OcspFaults { ResponderSelfSigned = true }, VerificationReason.StatusSignerNotAuthorised },
        { "unknown", nameof(OcspFaults.ForceUnknown), new OcspFaults { ForceUnknown = true }, VerificationReason.StatusUnknown },
        { "never issued", nameof(OcspFaults.ForceNeverIssued), new OcspFaults { ForceNeverIssued = true }, VerificationReason.StatusNeverIssued },
        { "key hash of the other generation", nameof(OcspFaults.WrongIssuerKeyHash), new OcspFaults { WrongIssuerKeyHash = true }, VerificationReason.StatusForOtherCertificate },
        { "another serial", nameof(OcspFaults.WrongSerial), new OcspFaults { WrongSerial = true }, VerificationReason.StatusForOtherCertificate },
        { "good and revoked", nameof(OcspFaults.ContradictingAnswers), new OcspFaults { ContradictingAnswers = true }, VerificationReason.StatusMalformed },
        { "answers about others first", nameof(OcspFaults.OtherAnswers), new OcspFaults { OtherAnswers = 5 }, VerificationReason.None },
        { "critical extension", nameof(OcspFaults.UnknownCriticalExtension), new OcspFaults { UnknownCriticalExtension = true }, VerificationReason.StatusMalformed },
        { "longer than taken", nameof(OcspFaults.PaddingOctets), new OcspFaults { PaddingOctets = 65536 }, VerificationReason.StatusMalformed },
        { "one bit of the signature", nameof(OcspFaults.WrongSignature), new OcspFaults { WrongSignature = true }, VerificationReason.StatusSignatureInvalid },
        { "one octet short", nameof(OcspFaults.TruncatedOctets), new OcspFaults { TruncatedOctets = 1 }, VerificationReason.StatusMalformed },
        { "nothing left", nameof(OcspFaults.TruncatedOctets), new OcspFaults { TruncatedOctets = int.MaxValue }, VerificationReason.StatusMalformed },
        { "dropped connection", nameof(OcspFaults.Offline), new OcspFaults { Offline = true }, VerificationReason.StatusUnreachable },
        { "not found", nameof(OcspFaults.HttpStatus), new OcspFaults { HttpStatus = HttpStatusCode.NotFound }, VerificationReason.StatusUnreachable },
        { "too many requests", nameof(OcspFaults.HttpStatus), new OcspFaults { HttpStatus = HttpStatusCode.TooManyRequests }, VerificationReason.StatusUnreachable },
        { "server error", nameof(OcspFaults.HttpStatus), new OcspFaults { HttpStatus = HttpStatusCode.InternalServerError }, VerificationReason.StatusUnreachable },
        { "service unavailable", nameof(OcspFaults.HttpStatus), new OcspFaults { HttpStatus = HttpStatusCode.ServiceUnavailable }, VerificationReason.StatusUnreachable },
        { "empty success", nameof(OcspFaults.HttpStatus), new OcspFaults { HttpStatus = HttpStatusCode.OK }, VerificationReason.StatusMalformed },
        { "a page of a gateway", nameof(OcspFaults.ContentType), new OcspFaults { ContentType = "text/html" }, VerificationReason.StatusMalformed },
    };

    public async Task InitializeAsync() => _host = await _lab.StartResponderAsync();

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public void No_fault_is_without_a_row() =>
        typeof(OcspFaults).GetProperties().Where(property => property.SetMethod is not null).Select(property => property.Name)
            .ShouldBe(Faults.Select(row => (string)row[1]).Append(nameof(OcspFaults.Delay)).Distinct(), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_has_its_reason(string description, string property, OcspFaults faults, VerificationReason expected)
    {
        VerifiedPath path = Path();
        OcspClient client = Client(OcspNoncePolicy.Required);
        (await client.CheckAsync(path)).State.ShouldBe(RevocationState.Good, description);
        _lab.Responder.Faults = faults;

        RevocationEvidence answer = await client.CheckAsync(path);

        answer.Failure.ShouldBe(expected, $"{description}, {property}");
        bool isGood = answer.State == RevocationState.Good;
        isGood.ShouldBe(expected == VerificationReason.None, description);
        _lab.Responder.Faults = OcspFaults.None;
        (await client.CheckAsync(path)).State.ShouldBe(RevocationState.Good, description);
    }

    [Theory]
    [InlineData("no nonce asked, none missed", OcspNoncePolicy.Off, VerificationReason.None)]
    [InlineData("preferred: a pre-signed answer passes", OcspNoncePolicy.Preferred, VerificationReason.None)]
    [InlineData("required", OcspNoncePolicy.Required, VerificationReason.StatusNonceMismatch)]
    public async Task Missing_nonce_is_judged_by_the_policy(string description, OcspNoncePolicy policy, VerificationReason expected)
    {
        _lab.Responder.Faults = new OcspFaults { OmitNonce = true };
        (await Client(policy).CheckAsync(Path())).Failure.ShouldBe(expected, description);
    }

    [Fact]
    public async Task Slow_answer_is_unreachable_when_the_clock_passes_the_limit()
    {
        _lab.Responder.Faults = new OcspFaults { Delay = TimeSpan.FromHours(1) };
        ManualTimeProvider clock = TestLab.ClockOf(_lab);
        Task<RevocationEvidence> asking = Client(OcspNoncePolicy.Off).CheckAsync(Path()).AsTask();
        asking.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(10));
        (await asking).Failure.ShouldBe(VerificationReason.StatusUnreachable);
    }

    [Fact]
    public async Task Held_certificate_is_not_good_under_a_contradiction()
    {
        VerifiedPath path = Path();
        _lab.Statuses.Hold(path.Certificate.Identity);
        _lab.Responder.Faults = new OcspFaults { ContradictingAnswers = true };
        (await Client(OcspNoncePolicy.Required).CheckAsync(path)).Failure.ShouldBe(VerificationReason.StatusMalformed);
    }

    [Theory]
    [InlineData("signature holds", false, VerificationReason.None)]
    [InlineData("signature does not hold", true, VerificationReason.StatusRefused)]
    public async Task Signed_request_satisfies_a_responder_that_demands_one(string description, bool spoils, VerificationReason expected)
    {
        _lab.Responder.Faults = new OcspFaults { RequireSignature = true };
        using System.Security.Cryptography.RSA key = LabKeyPool.Load(6);
        CredentialRequestSigner signer = new(SignerCredential.Create(TestLab.Issue(_lab).UserAuthentication.Encoded.Span, key));
        OcspOptions options = new() { ResponderAddress = _host.OcspAddress, RequestSigner = spoils ? new SpoiltSigner(signer) : signer };
        (await new OcspClient(_http, options, _lab.Clock).CheckAsync(Path())).Failure.ShouldBe(expected, description);
    }

    private OcspClient Client(OcspNoncePolicy policy) => new(_http, new OcspOptions { ResponderAddress = _host.OcspAddress, NoncePolicy = policy }, _lab.Clock);

    private VerifiedPath Path()
    {
        TrustAnchorSet anchors = new(
            CertificatePurpose.UserAuthentication,
            JpkiEnvironment.Lab,
            _lab.Anchors(CertificatePurpose.UserAuthentication).Select(der => TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor) ? anchor : null!),
            [CertificateProfiles.CardUserAuthentication]);
        JpkiCertificate.TryParse(TestLab.Issue(_lab).UserAuthentication.Encoded.Span, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        new PathVerifier(anchors).Verify(certificate!, _lab.Clock.GetUtcNow(), out VerifiedPath? path).ShouldBe(VerificationReason.None);
        return path!;
    }

    private sealed class SpoiltSigner(IOcspRequestSigner inner) : IOcspRequestSigner
    {
        public ReadOnlyMemory<byte> RequestorName => inner.RequestorName;

        public ReadOnlyMemory<byte> RawCertificate => inner.RawCertificate;

        public ReadOnlyMemory<byte> SignatureAlgorithm => inner.SignatureAlgorithm;

        public ReadOnlyMemory<byte> Sign(ReadOnlySpan<byte> toBeSigned)
        {
            byte[] signature = inner.Sign(toBeSigned).ToArray();
            signature[0] ^= 1;
            return signature;
        }
    }
}
