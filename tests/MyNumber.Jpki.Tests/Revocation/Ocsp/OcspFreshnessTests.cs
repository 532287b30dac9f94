using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

/// <summary>Default limits: skew 5 minutes, age 30 minutes. Instants are given in seconds from now.</summary>
public sealed class OcspFreshnessTests
{
    private static readonly byte[] Nonce = [1, 2, 3, 4];

    [Theory]
    [InlineData("just made", 0, 900, 0)]
    [InlineData("a tick ago, nextUpdate passing now", -900, 0, -900)]
    [InlineData("responder's clock five minutes ahead", 300, 1200, 300)]
    [InlineData("nextUpdate five minutes ago", -1200, -300, -1200)]
    [InlineData("age and skew both used up", -2100, 900, -2100)]
    [InlineData("no nextUpdate", -900, null, -900)]
    [InlineData("pre-signed five minutes before thisUpdate", 0, 900, -300)]
    public void Fresh_answer_is_good(string description, int thisUpdate, int? nextUpdate, int producedAt) =>
        Judge(thisUpdate, nextUpdate, producedAt).State.ShouldBe(RevocationState.Good, description);

    [Theory]
    [InlineData("thisUpdate a second past the skew", 301, 1200, 0)]
    [InlineData("producedAt a second past the skew", 0, 900, 301)]
    [InlineData("nextUpdate a second past the skew", -1200, -301, -1200)]
    [InlineData("older than the age limit", -2101, 900, -2101)]
    [InlineData("older than the age limit, no nextUpdate", -2101, null, -2101)]
    [InlineData("nextUpdate before thisUpdate", 100, 99, 100)]
    [InlineData("thisUpdate long after it was made", 200, 900, -101)]
    public void Stale_answer_is_undetermined(string description, int thisUpdate, int? nextUpdate, int producedAt)
    {
        RevocationEvidence evidence = Judge(thisUpdate, nextUpdate, producedAt);
        evidence.State.ShouldBe(RevocationState.Unreachable, description);
        evidence.Failure.ShouldBe(VerificationReason.StatusStale, description);
        evidence.ThisUpdate.ShouldBe(StatusLab.Now.AddSeconds(thisUpdate));
    }

    [Fact]
    public void Dates_at_the_ends_of_the_calendar_do_not_overflow()
    {
        LabAnswer answer = new() { ThisUpdate = DateTimeOffset.MinValue.AddDays(1), NextUpdate = DateTimeOffset.MaxValue.AddDays(-1) };
        OcspAnswerTests.Judge(new LabResponse { Answers = [answer] }.Encode()).Failure.ShouldBe(VerificationReason.StatusStale);
    }

    public static TheoryData<string, OcspNoncePolicy, byte[]?, byte[]?, bool> Nonces => new()
    {
        { "preferred: ours came back", OcspNoncePolicy.Preferred, Nonce, Nonce, true },
        { "preferred: left out", OcspNoncePolicy.Preferred, Nonce, null, true },
        { "preferred: another one", OcspNoncePolicy.Preferred, Nonce, [1, 2, 3, 5], false },
        { "preferred: ours cut", OcspNoncePolicy.Preferred, Nonce, [1, 2, 3], false },
        { "preferred: none was sent", OcspNoncePolicy.Preferred, null, Nonce, true },
        { "required: ours came back", OcspNoncePolicy.Required, Nonce, Nonce, true },
        { "required: left out", OcspNoncePolicy.Required, Nonce, null, false },
        { "required: another one", OcspNoncePolicy.Required, Nonce, [9], false },
        { "required: none was sent", OcspNoncePolicy.Required, null, null, false },
        { "off: another one", OcspNoncePolicy.Off, null, Nonce, true },
    };

    [Theory]
    [MemberData(nameof(Nonces))]
    public void Nonce_is_judged_by_its_policy(string description, OcspNoncePolicy policy, byte[]? sent, byte[]? received, bool fits)
    {
        RevocationEvidence evidence = OcspAnswerTests.Judge(new LabResponse { Nonce = received }.Encode(), new OcspOptions { NoncePolicy = policy }, sent);
        evidence.Failure.ShouldBe(fits ? VerificationReason.None : VerificationReason.StatusNonceMismatch, description);
        evidence.State.ShouldBe(fits ? RevocationState.Good : RevocationState.Unreachable, description);
    }

    private static RevocationEvidence Judge(int thisUpdate, int? nextUpdate, int producedAt)
    {
        LabAnswer answer = new()
        {
            ThisUpdate = StatusLab.Now.AddSeconds(thisUpdate),
            NextUpdate = nextUpdate is { } next ? StatusLab.Now.AddSeconds(next) : null,
        };
        return OcspAnswerTests.Judge(new LabResponse { Answers = [answer], ProducedAt = StatusLab.Now.AddSeconds(producedAt) }.Encode());
    }
}
