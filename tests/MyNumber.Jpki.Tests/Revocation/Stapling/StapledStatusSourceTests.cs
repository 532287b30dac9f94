using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Revocation.Stapling;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Stapling;

public sealed class StapledStatusSourceTests
{
    private static readonly VerifiedPath Path = StatusLab.Path();

    private readonly ManualTimeProvider _clock = new(StatusLab.Now);

    private ValueTask<RevocationEvidence> JudgeAsync(byte[] response, OcspOptions? options = null, VerifiedPath? path = null) =>
        new StapledStatusSource(response, options ?? new OcspOptions(), _clock).CheckAsync(path ?? Path);

    [Fact]
    public async Task Fresh_answer_counts_and_says_who_brought_it()
    {
        byte[] response = new LabResponse().Encode();
        RevocationEvidence evidence = await JudgeAsync(response);
        evidence.State.ShouldBe(RevocationState.Good);
        evidence.Origin.ShouldBe(StatusOrigin.Stapled);
        evidence.ReceivedAt.ShouldBe(StatusLab.Now);
        evidence.OcspResponse.ToArray().ShouldBe(response);
    }

    [Fact]
    public async Task Hold_that_the_peer_brings_itself_is_a_hold() =>
        (await JudgeAsync(new LabResponse { Answers = [new LabAnswer { Status = "revoked", Reason = 6 }] }.Encode())).State.ShouldBe(RevocationState.Held);

    [Theory]
    [InlineData("no nonce, though one is required when asking", false)]
    [InlineData("the nonce of somebody else's question", true)]
    public async Task Nonce_is_not_looked_at(string description, bool hasNonce)
    {
        LabResponse response = new() { Nonce = hasNonce ? [1, 2, 3] : null };
        (await JudgeAsync(response.Encode(), new OcspOptions { NoncePolicy = OcspNoncePolicy.Required })).State.ShouldBe(RevocationState.Good, description);
    }

    public static TheoryData<string, byte[], VerificationReason> Refused => new()
    {
        { "nothing was brought", [], VerificationReason.StatusNotAtHand },
        { "no response at all", [0x30, 0x00], VerificationReason.StatusMalformed },
        { "a refusal", LabResponse.Refusal(6), VerificationReason.StatusRefused },
        { "signature damaged", new LabResponse { IsTampered = true }.Encode(), VerificationReason.StatusSignatureInvalid },
        { "about another certificate", new LabResponse { Answers = [new LabAnswer { Serial = [0x11] }] }.Encode(), VerificationReason.StatusForOtherCertificate },
        { "of the other generation", new LabResponse { Answers = [new LabAnswer { NamedIssuer = StatusLab.SecondAnchor }] }.Encode(), VerificationReason.StatusForOtherCertificate },
        { "signed by nobody who may", new LabResponse { Signer = StatusLab.Responder(mayStatus: false) }.Encode(), VerificationReason.StatusSignerNotAuthorised },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_the_peer_brings_is_not_believed_for_its_own_sake(string description, byte[] response, VerificationReason reason)
    {
        RevocationEvidence evidence = await JudgeAsync(response);
        evidence.State.ShouldBe(RevocationState.Unreachable, description);
        evidence.Failure.ShouldBe(reason, description);
        evidence.Origin.ShouldBe(StatusOrigin.Stapled);
    }

    [Theory]
    [InlineData("good of before, shown within the limit", 34, RevocationState.Good)]
    [InlineData("good of before, shown too late", 36, RevocationState.Unreachable)]
    public async Task Old_answer_is_kept_out_by_age_though_nextUpdate_is_far(string description, int minutesOld, RevocationState state)
    {
        LabAnswer answer = new() { ThisUpdate = StatusLab.Now.AddMinutes(-minutesOld), NextUpdate = StatusLab.Now.AddDays(7) };
        byte[] response = new LabResponse { Answers = [answer], ProducedAt = StatusLab.Now.AddMinutes(-minutesOld) }.Encode();
        RevocationEvidence evidence = await JudgeAsync(response);
        evidence.State.ShouldBe(state, description);
        (evidence.Failure == VerificationReason.StatusStale).ShouldBe(state == RevocationState.Unreachable);
    }

    [Fact]
    public async Task Without_a_usable_one_the_next_source_is_asked()
    {
        StubSource shared = new(RevocationEvidence.Good(RevocationMethod.Ocsp, StatusLab.Now, null));
        StapledStatusSource none = new(default, new OcspOptions(), _clock);
        (await new RevocationSourceSequence(RevocationSequencePolicy.NextWhenUnreachable, none, shared).CheckAsync(Path)).Origin.ShouldBe(StatusOrigin.Responder);
        shared.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Cancelled_wait_is_thrown() => await Should.ThrowAsync<OperationCanceledException>(async () =>
        await new StapledStatusSource(default, new OcspOptions(), _clock).CheckAsync(Path, new CancellationToken(canceled: true)));
}
