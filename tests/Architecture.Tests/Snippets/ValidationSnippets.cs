using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class ValidationSnippets
{
    [Fact]
    public async Task Certificate_is_validated()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        byte[] anchorFile = world.Authority.Anchors(CertificatePurpose.UserAuthentication)[^1].ToArray();
        byte[] der = world.Holder.Certificates.UserAuthentication.Encoded.ToArray();
        IRevocationSource status = world.Ocsp;
        TimeProvider clock = world.Clock;
        #region validate-certificate
        TrustAnchor.TryParse(anchorFile, out TrustAnchor? anchor);             // pinned by you; never one that came from a card
        TrustAnchorSet anchors = new(
            CertificatePurpose.UserAuthentication, JpkiEnvironment.Lab, [anchor!], [CertificateProfiles.CardUserAuthentication]);
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
