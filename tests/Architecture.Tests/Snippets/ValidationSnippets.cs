using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;
using MyNumber.TestKit;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class ValidationSnippets
{
    [Fact]
    public async Task Certificate_is_validated()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        byte[] bundle = BundleOf(world, CertificatePurpose.UserAuthentication);
        byte[] der = world.Holder.Certificates.UserAuthentication.Encoded.ToArray();
        IRevocationSource status = world.Ocsp;
        TimeProvider clock = world.Clock;
        #region validate-certificate
        TrustAnchorLoader loader = TrustAnchorLoader.WithoutFingerprints(CertificatePurpose.UserAuthentication, JpkiEnvironment.Lab);
        TrustAnchorLoadResult loaded = loader.Load([new TrustAnchorFile("auth-anchors.pem", bundle)], [CertificateProfiles.CardUserAuthentication]);
        TrustAnchorSet anchors = loaded.Anchors ?? throw new InvalidDataException(loaded.ToString());
        CertificateValidator validator = new(anchors, status, clock);          // thread safe; one for each purpose
        ValidationResult answer = await validator.ValidateAsync(der);
        string decision = answer.Outcome switch
        {
            VerificationOutcome.Valid => "go on",
            VerificationOutcome.Invalid => $"refuse: {answer.Reason}",
            _ => $"not now: {answer.Reason}",                                  // never as if valid
        };
        #endregion
        decision.ShouldBe("go on");
    }

    [Fact]
    public async Task Files_that_are_not_the_real_services_make_no_set()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using TemporaryFolder temporary = new();
        string folder = temporary.Path;
        await File.WriteAllBytesAsync(Path.Combine(folder, "sign-anchors.pem"), BundleOf(world, CertificatePurpose.Signature));
        List<string> told = [];
        Should.Throw<InvalidDataException>(Load).Message.ShouldContain("sign-anchors.pem #1 OtherEnvironment");
        told.ShouldContain("sign-anchors.pem, certificate 1: OtherEnvironment");
        told[^1].ShouldBe("generation 3 is missing");

        void Tell(string text) => told.Add(text);

        void Load()
        {
            #region anchors-production
            TrustAnchorFile[] files = [.. Directory.EnumerateFiles(folder).Select(path => new TrustAnchorFile(Path.GetFileName(path), File.ReadAllBytes(path)))];
            TrustAnchorLoadResult loaded = TrustAnchorLoader.ForProduction(CertificatePurpose.Signature).Load(files, [CertificateProfiles.CardSignature]);
            foreach (RejectedAnchor one in loaded.Rejected)
            {
                Tell($"{one.Label}, certificate {one.Index + 1}: {one.Fault}");                            // a single one that is not what it should be keeps the set from being made
            }

            foreach (AuthorityRecord one in loaded.Missing)
            {
                Tell($"generation {one.Generation} is missing");                                           // its certificates will be refused
            }

            TrustAnchorSet anchors = loaded.Anchors ?? throw new InvalidDataException(loaded.ToString());
            #endregion
            anchors.Anchors.ShouldBeEmpty("not reached");
        }
    }

    [Fact]
    public async Task Bundle_of_a_lab_is_read_and_becomes_a_table()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using TemporaryFolder temporary = new();
        string folder = temporary.Path;
        await File.WriteAllBytesAsync(Path.Combine(folder, "sign-anchors.pem"), BundleOf(world, CertificatePurpose.Signature));
        #region anchors-lab
        byte[] bundle = await File.ReadAllBytesAsync(Path.Combine(folder, "sign-anchors.pem"));        // of `mynumber ca init`
        TrustAnchorFile file = new("sign-anchors.pem", bundle);
        TrustAnchorLoadResult first = TrustAnchorLoader.WithoutFingerprints(CertificatePurpose.Signature, JpkiEnvironment.Lab).Load([file], [CertificateProfiles.CardSignature]);
        TrustAnchorLoader loader = TrustAnchorLoader.ForTable(CertificatePurpose.Signature, JpkiEnvironment.Lab, first.Found);      // in memory: keep the fingerprints
        TrustAnchorLoadResult later = loader.Load([file], [CertificateProfiles.CardSignature]);
        #endregion
        later.Anchors.ShouldNotBeNull();
        later.Found.ShouldBe(first.Found);
        later.Found.Count.ShouldBe(world.Authority.Anchors(CertificatePurpose.Signature).Count);
    }

    private static byte[] BundleOf(LabWorld world, CertificatePurpose purpose) =>
        System.Text.Encoding.ASCII.GetBytes(string.Concat(world.Authority.Anchors(purpose).Select(der => System.Security.Cryptography.PemEncoding.WriteString("CERTIFICATE", der.Span) + "\n")));

    [Fact]
    public async Task List_answers_while_the_responder_is_down()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        world.Authority.Responder.Faults = world.Authority.Responder.Faults with { Offline = true };
        byte[] list = world.Authority.Crls.Publish(world.Authority.Of(CertificatePurpose.UserAuthentication).Current);
        TrustAnchorSet anchors = world.Anchors(CertificatePurpose.UserAuthentication);
        TimeProvider clock = world.Clock;
        Uri address = world.OcspAddress;
        using HttpClient http = new();
        #region status-sequence
        OcspClient ocsp = new(http, new OcspOptions { ResponderAddress = address }, clock);
        CrlStore lists = new(clock);
        bool taken = lists.TryAdd(list, anchors, out VerificationReason reason);               // replaced by the next list with a higher number
        RevocationSourceSequence status = new(RevocationSequencePolicy.NextWhenUnreachable, ocsp, lists);
        CertificateValidator validator = new(anchors, status, clock);
        #endregion
        taken.ShouldBeTrue(reason.ToString());
        ValidationResult answer = await validator.ValidateAsync(world.Holder.Certificates.UserAuthentication.Encoded);
        answer.Outcome.ShouldBe(VerificationOutcome.Valid);
        answer.Status!.Method.ShouldBe(RevocationMethod.Crl);
    }

    [Fact]
    public async Task Own_source_answers()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificateValidator validator = world.CreateValidator(CertificatePurpose.UserAuthentication, new PlatformOperator(world.Clock));
        ValidationResult answer = await validator.ValidateAsync(world.Holder.Certificates.UserAuthentication.Encoded);
        answer.Reason.ShouldBe(VerificationReason.Held);
    }

    #region status-own-source
    private sealed class PlatformOperator(TimeProvider clock) : IRevocationSource
    {
        public async ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
        {
            (string state, DateTimeOffset updated, DateTimeOffset since) = await AskAsync(path.Certificate.Identity, cancellationToken);
            return state switch
            {
                "good" => RevocationEvidence.Good(RevocationMethod.Ocsp, updated, nextUpdate: null),
                "hold" => RevocationEvidence.HeldOrRevoked(RevocationMethod.Ocsp, RevocationReason.CertificateHold, since, updated, nextUpdate: null),
                "unknown" => RevocationEvidence.Unknown(RevocationMethod.Ocsp),
                _ => RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp),
            };
        }

        private Task<(string State, DateTimeOffset Updated, DateTimeOffset Since)> AskAsync(CertificateIdentity certificate, CancellationToken cancellationToken) =>
            Task.FromResult((certificate.IsEmpty ? "unknown" : "hold", clock.GetUtcNow(), clock.GetUtcNow()));    // your operator's interface here
    }
    #endregion
}
