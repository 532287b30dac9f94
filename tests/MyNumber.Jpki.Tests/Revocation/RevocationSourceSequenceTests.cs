using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Tests.Revocation.Lab;

namespace MyNumber.Jpki.Tests.Revocation;

public sealed class RevocationSourceSequenceTests
{
    private static readonly VerifiedPath Path = StatusLab.Path();
    private static readonly RevocationEvidence Good = RevocationEvidence.Good(RevocationMethod.Crl, StatusLab.Now, null);
    private static readonly RevocationEvidence Held = RevocationEvidence.HeldOrRevoked(RevocationMethod.Ocsp, RevocationReason.CertificateHold, StatusLab.Now, StatusLab.Now, null);
    private static readonly RevocationEvidence Unknown = RevocationEvidence.Unknown(RevocationMethod.Ocsp);
    private static readonly RevocationEvidence Refused = RevocationEvidence.Unreachable(VerificationReason.StatusRefused, RevocationMethod.Ocsp);
    private static readonly RevocationEvidence Stale = RevocationEvidence.Unreachable(VerificationReason.StatusStale, RevocationMethod.Crl);

    public static TheoryData<string, RevocationSequencePolicy, RevocationEvidence[], RevocationEvidence, int> Cases => new()
    {
        { "first is decisive", RevocationSequencePolicy.NextWhenUnreachable, [Held, Good], Held, 1 },
        { "second steps in", RevocationSequencePolicy.NextWhenUnreachable, [Refused, Good], Good, 2 },
        { "third steps in", RevocationSequencePolicy.NextWhenUnreachable, [Refused, Stale, Held], Held, 3 },
        { "none answers: the preferred source's reason", RevocationSequencePolicy.NextWhenUnreachable, [Refused, Stale], Refused, 2 },
        { "unknown is an answer", RevocationSequencePolicy.NextWhenUnreachable, [Unknown, Good], Unknown, 1 },
        { "unknown may be asked on", RevocationSequencePolicy.NextWhenUnreachableOrUnknown, [Unknown, Good], Good, 2 },
        { "unknown stands before a failure", RevocationSequencePolicy.NextWhenUnreachableOrUnknown, [Unknown, Stale], Unknown, 2 },
        { "later unknown stands before a failure", RevocationSequencePolicy.NextWhenUnreachableOrUnknown, [Refused, Unknown], Unknown, 2 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Next_source_is_asked_as_the_policy_says(
        string description, RevocationSequencePolicy policy, RevocationEvidence[] answers, RevocationEvidence expected, int asked)
    {
        foreach (bool waits in new[] { false, true })
        {
            StubSource[] sources = [.. answers.Select(answer => new StubSource(answer, waits))];
            RevocationEvidence evidence = await new RevocationSourceSequence(policy, sources).CheckAsync(Path);
            evidence.ShouldBeSameAs(expected, description);
            sources.Sum(source => source.Asked).ShouldBe(asked, description);
        }
    }

    [Fact]
    public void Answer_at_hand_is_given_without_waiting() =>
        new RevocationSourceSequence(RevocationSequencePolicy.NextWhenUnreachable, new StubSource(Good, false)).CheckAsync(Path).IsCompletedSuccessfully.ShouldBeTrue();

    [Fact]
    public void Empty_sequence_is_misuse()
    {
        Should.Throw<ArgumentException>(() => new RevocationSourceSequence(RevocationSequencePolicy.NextWhenUnreachable));
        Should.Throw<ArgumentException>(() => new RevocationSourceSequence(RevocationSequencePolicy.NextWhenUnreachable, [null!]));
    }

    [Fact]
    public async Task Cancellation_of_a_source_is_not_taken_for_an_answer()
    {
        RevocationSourceSequence sequence = new(RevocationSequencePolicy.NextWhenUnreachable, new StubSource(Refused, true), new StubSource(Good, true));
        await Should.ThrowAsync<OperationCanceledException>(async () => await sequence.CheckAsync(Path, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("a reason of a certificate", VerificationReason.Expired)]
    [InlineData("unknown, which has a factory of its own", VerificationReason.StatusUnknown)]
    [InlineData("never issued, which is an unknown", VerificationReason.StatusNeverIssued)]
    [InlineData("none", VerificationReason.None)]
    public void Unreachable_evidence_demands_a_reason_of_status(string description, VerificationReason reason) =>
        Should.Throw<ArgumentOutOfRangeException>(() => RevocationEvidence.Unreachable(reason, RevocationMethod.Crl), description);
}
