using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Caching;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Revocation.RequestSigning;
using MyNumber.Jpki.Revocation.Stapling;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class StatusSnippets
{
    [Fact]
    public async Task Request_is_signed()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using RSA key = RSA.Create(2048);
        using X509Certificate2 own = new CertificateRequest("C=JP, O=Lab Bank", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(world.Clock.GetUtcNow().AddDays(-1), world.Clock.GetUtcNow().AddYears(1));
        byte[] ownCertificate = own.RawData;
        Uri address = world.OcspAddress, spare = world.OcspAddress;
        TimeProvider clock = world.Clock;
        using HttpClient http = new();
        #region status-signed-request
        OcspOptions options = new()
        {
            ResponderAddress = address,
            FallbackAddresses = [spare],
            NoncePolicy = OcspNoncePolicy.Required,
            RequestSigner = new CredentialRequestSigner(SignerCredential.Create(ownCertificate, key)),    // the bank's own key, not a customer's
        };
        OcspClient ocsp = new(http, options, clock);
        #endregion
        CertificateValidator validator = world.CreateValidator(CertificatePurpose.UserAuthentication, ocsp);
        (await validator.ValidateAsync(world.Holder.Certificates.UserAuthentication.Encoded)).State.ShouldBe(CertificateState.Good);
    }

    [Fact]
    public async Task Answers_are_kept_and_offline_is_told()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using HttpClient http = new();
        OcspClient ocsp = new(http, new OcspOptions { ResponderAddress = world.OcspAddress }, world.Clock);
        CrlStore lists = world.CreateCrlStore(CertificatePurpose.UserAuthentication);
        TrustAnchorSet anchors = world.Anchors(CertificatePurpose.UserAuthentication);
        TimeProvider clock = world.Clock;
        ReadOnlyMemory<byte> certificate = world.Holder.Certificates.UserAuthentication.Encoded;
        #region status-cache
        CachedStatusSource cache = new(ocsp, new StatusCacheOptions { MaximumCount = 100_000 }, clock);
        RevocationSourceSequence status = new(RevocationSequencePolicy.NextWhenUnreachable, cache, lists);    // lists stand beside the cache
        CertificateValidator validator = new(anchors, status, clock);
        ValidationResult first = await validator.ValidateAsync(certificate);
        cache.Mode = OfflineStatus.NeverAsk;                                                               // the line to the responder is cut
        ValidationResult again = await validator.ValidateAsync(certificate);
        string shown = $"{again.State}, from {again.Status!.Origin}, {again.Status.AgeAt(clock.GetUtcNow())!.Value.TotalMinutes:0} minutes old";
        #endregion
        first.Status!.Origin.ShouldBe(StatusOrigin.Responder);
        shown.ShouldStartWith("Good, from Cache, ");
    }

    [Fact]
    public async Task Stapled_answer_comes_first()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        TrustAnchorSet anchors = world.Anchors(CertificatePurpose.UserAuthentication);
        TimeProvider clock = world.Clock;
        IRevocationSource shared = world.CreateCrlStore(CertificatePurpose.UserAuthentication);
        byte[] certificate = world.Holder.Certificates.UserAuthentication.Encoded.ToArray();
        byte[] brought = world.Authority.Responder.Answer(Ask(anchors, clock, certificate));
        #region status-stapled
        StapledStatusSource stapled = new(brought, new OcspOptions { MaximumAge = TimeSpan.FromMinutes(20) }, clock);
        CertificateValidator validator = new(anchors, new RevocationSourceSequence(RevocationSequencePolicy.NextWhenUnreachable, stapled, shared), clock);
        ValidationResult answer = await validator.ValidateAsync(certificate);
        bool broughtByClient = answer.Status!.Origin == StatusOrigin.Stapled;
        #endregion
        broughtByClient.ShouldBeTrue(answer.Status.ToString());
    }

    private static byte[] Ask(TrustAnchorSet anchors, TimeProvider clock, byte[] der)
    {
        JpkiCertificate.TryParse(der, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        new PathVerifier(anchors).Verify(certificate!, clock.GetUtcNow(), out VerifiedPath? path).ShouldBe(VerificationReason.None);
        return OcspRequest.Encode(path!.Certificate, path.Issuer, OcspCertIdHash.Sha256);
    }
}
