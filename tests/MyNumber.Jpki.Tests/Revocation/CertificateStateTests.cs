using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;

namespace MyNumber.Jpki.Tests.Revocation;

/// <summary>The states of a stored certificate stay apart, and who is asked depends on its own dates.</summary>
public sealed class CertificateStateTests : IDisposable
{
    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    public static TheoryData<string, RevocationEvidence, CertificateState> Answers => new()
    {
        { "good", RevocationEvidence.Good(RevocationMethod.Ocsp, FixedStatus.ThisUpdate, null), CertificateState.Good },
        { "held", FixedStatus.Ended(RevocationReason.CertificateHold), CertificateState.Held },
        { "revoked", FixedStatus.Ended(RevocationReason.Superseded), CertificateState.Revoked },
        { "revoked without a reason", FixedStatus.Ended(null), CertificateState.Revoked },
        { "unknown", RevocationEvidence.Unknown(RevocationMethod.Ocsp), CertificateState.Unknown },
        { "down", RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp), CertificateState.Unreachable },
        { "offline", RevocationEvidence.Unreachable(VerificationReason.StatusNotAtHand, RevocationMethod.None), CertificateState.Unreachable },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Within_its_dates_the_source_decides(string description, RevocationEvidence answer, CertificateState state)
    {
        _desk.Status.Answer = answer;
        StatusCheck check = await CheckAsync();
        check.State.ShouldBe(state, description);
        _desk.Status.Asked.ShouldBe(1);
    }

    [Theory]
    [InlineData("the last second is inside", 0, CertificateState.Revoked, 1)]
    [InlineData("a second later", 1, CertificateState.Expired, 0)]
    [InlineData("long after, though it was revoked", 90_000_000, CertificateState.Expired, 0)]
    public async Task Expired_is_known_without_asking(string description, int seconds, CertificateState state, int asked)
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.KeyCompromise);
        _desk.Clock.Set(ShapedLeaf.LastSecond.AddSeconds(seconds));
        (await CheckAsync()).State.ShouldBe(state, description);
        _desk.Status.Asked.ShouldBe(asked);
    }

    [Fact]
    public async Task Not_yet_valid_is_known_without_asking()
    {
        JpkiCertificate.TryParse(_desk.SignatureDer, out JpkiCertificate? leaf, out _).ShouldBeTrue();
        _desk.Clock.Set(leaf!.NotBefore.AddSeconds(-1));
        StatusCheck check = await CheckAsync();
        check.State.ShouldBe(CertificateState.NotYetValid);
        check.Reason.ShouldBe(VerificationReason.NotYetValid);
        _desk.Status.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_no_certificate_is_not_accepted_and_nobody_is_asked()
    {
        StatusCheck check = await new StatusMonitor(_desk.SignatureValidator).CheckAsync(new byte[] { 0x30, 0x00 }, StatusCheckPurpose.LivenessCheck);
        check.State.ShouldBe(CertificateState.NotAccepted);
        _desk.Status.Asked.ShouldBe(0);
    }

    [Fact]
    public void States_of_status_keep_their_numbers() =>
        Enum.GetValues<RevocationState>().Select(state => $"{state} {(int)state}").ShouldBe(Enum.GetValues<CertificateState>().Take(5).Select(state => $"{state} {(int)state}"));

    private ValueTask<StatusCheck> CheckAsync() => new StatusMonitor(_desk.SignatureValidator).CheckAsync(_desk.SignatureDer, StatusCheckPurpose.LivenessCheck);
}
