using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation;

/// <summary>Each question of the policy, beyond the two usual presets.</summary>
public sealed class SequencePolicyTests
{
    private static readonly VerifiedPath Path = StatusLab.Path();
    private static readonly RevocationEvidence Good = RevocationEvidence.Good(RevocationMethod.Ocsp, StatusLab.Now.AddMinutes(-5), null);
    private static readonly RevocationEvidence GoodOfYesterday = RevocationEvidence.Good(RevocationMethod.Crl, StatusLab.Now.AddHours(-20), null);
    private static readonly RevocationEvidence GoodOfTheWeekBefore = RevocationEvidence.Good(RevocationMethod.Crl, StatusLab.Now.AddDays(-9), null);
    private static readonly RevocationEvidence Held =
        RevocationEvidence.HeldOrRevoked(RevocationMethod.Ocsp, RevocationReason.CertificateHold, StatusLab.Now.AddMinutes(-30), StatusLab.Now.AddMinutes(-5), null);

    private static readonly RevocationEvidence Revoked =
        RevocationEvidence.HeldOrRevoked(RevocationMethod.Crl, RevocationReason.KeyCompromise, StatusLab.Now.AddDays(-1), StatusLab.Now.AddHours(-3), null);

    private static readonly RevocationEvidence RevokedLongAgo =
        RevocationEvidence.HeldOrRevoked(RevocationMethod.Crl, RevocationReason.KeyCompromise, StatusLab.Now.AddDays(-30), StatusLab.Now.AddDays(-20), null);

    private static readonly RevocationEvidence HeldOfYesterday =
        RevocationEvidence.HeldOrRevoked(RevocationMethod.Crl, RevocationReason.CertificateHold, StatusLab.Now.AddDays(-2), StatusLab.Now.AddHours(-20), null);

    private static readonly RevocationEvidence Unknown = RevocationEvidence.Unknown(RevocationMethod.Ocsp);
    private static readonly RevocationEvidence Down = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
    private static readonly RevocationEvidence Stale = RevocationEvidence.Unreachable(VerificationReason.StatusStale, RevocationMethod.Crl);

    private static readonly RevocationSequencePolicy GiveUp = new() { WhenSourceIsUnreachable = WhenSourceIsUnreachable.GiveUp };
    private static readonly RevocationSequencePolicy GiveUpStale = new() { WhenAnswerIsStale = WhenAnswerIsStale.GiveUp };
    private static readonly RevocationSequencePolicy Fresh = new() { WhichAnswerCounts = WhichAnswerCounts.Freshest };
    private static readonly RevocationSequencePolicy FreshGivingUp = GiveUp with { WhichAnswerCounts = WhichAnswerCounts.Freshest };
    private static readonly RevocationSequencePolicy Two = new() { WhichAnswerCounts = WhichAnswerCounts.TwoThatAgree };
    private static readonly RevocationSequencePolicy TwoStrict = Two with { WhenSourcesDisagree = WhenSourcesDisagree.Undetermined };
    private static readonly RevocationSequencePolicy TwoAsking = Two with { WhenSourceDoesNotKnow = WhenSourceDoesNotKnow.AskNext };
    private static readonly RevocationSequencePolicy TwoGivingUp = Two with { WhenSourceIsUnreachable = WhenSourceIsUnreachable.GiveUp };

    public static TheoryData<string, RevocationSequencePolicy, RevocationEvidence[], RevocationEvidence, int> Taken => new()
    {
        { "only the first may decide", GiveUp, [Down, Good], Down, 1 },
        { "only the first may decide, and it does", GiveUp, [Held, Good], Held, 1 },
        { "giving up is not for a stale one", GiveUp, [Stale, Good], Good, 2 },
        { "a stale source stops the search", GiveUpStale, [Stale, Good], Stale, 1 },
        { "a stale source stops it, one that is down does not", GiveUpStale, [Down, Good], Good, 2 },
        { "fresh enough at once", Fresh, [Good, Revoked], Good, 1 },
        { "yesterday's is not fresh enough", Fresh, [GoodOfYesterday, Held], Held, 2 },
        { "nobody is fresh enough: the newest", Fresh, [GoodOfTheWeekBefore, GoodOfYesterday, Revoked], Revoked, 3 },
        { "the newest though it came first", Fresh, [HeldOfYesterday, GoodOfTheWeekBefore], HeldOfYesterday, 2 },
        { "a revocation ends the search, however old", Fresh, [Revoked, Good], Revoked, 1 },
        { "a revocation of a list beats a newer good of a responder that lags", Fresh, [GoodOfYesterday, Revoked, Good], Revoked, 2 },
        { "a revocation beats a hold that is newer", Fresh, [RevokedLongAgo, Held], RevokedLongAgo, 1 },
        { "a hold goes by its age: it may have been lifted", Fresh, [HeldOfYesterday, Good], Good, 2 },
        { "of two of one age the worse", Fresh, [GoodOfYesterday, HeldOfYesterday], HeldOfYesterday, 2 },
        { "the newest of those that answer", Fresh, [GoodOfYesterday, Down], GoodOfYesterday, 2 },
        { "freshest of none", Fresh, [Down, Stale], Down, 2 },
        { "freshest, and unknown is taken at its word", Fresh, [GoodOfYesterday, Unknown], Unknown, 2 },
        { "freshest, and one that is down gives up", FreshGivingUp, [GoodOfYesterday, Down, Good], Down, 2 },
        { "two agree", Two, [Good, GoodOfYesterday], Good, 2 },
        { "the third makes the second", Two, [Down, Good, GoodOfYesterday], Good, 3 },
        { "the third is not asked", Two, [Good, GoodOfYesterday, Revoked], Good, 2 },
        { "held is worse than good", Two, [GoodOfYesterday, Held], Held, 2 },
        { "revoked is worse than held", Two, [Held, Revoked], Revoked, 2 },
        { "unknown is worse than good", Two, [Good, Unknown], Unknown, 2 },
        { "held counts alone", Two, [Down, Held], Held, 2 },
        { "unknown asks on and is no witness", TwoAsking, [Unknown, Good, GoodOfYesterday], Good, 3 },
        { "unknown alone", TwoAsking, [Unknown, Down], Unknown, 2 },
        { "nobody answers", Two, [Down, Stale], Down, 2 },
        { "the second is down and that ends it", TwoGivingUp, [Good, Down, Good], Down, 2 },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task Answer_is_taken_as_the_policy_says(
        string description, RevocationSequencePolicy policy, RevocationEvidence[] answers, RevocationEvidence expected, int asked)
    {
        foreach (bool waits in new[] { false, true })
        {
            (RevocationEvidence evidence, int count) = await RunAsync(policy, answers, waits);
            evidence.ShouldBeSameAs(expected, description);
            count.ShouldBe(asked, description);
        }
    }

    public static TheoryData<string, RevocationSequencePolicy, RevocationEvidence[], VerificationReason> Undecided => new()
    {
        { "good alone is not confirmed", Two, [Good, Down], VerificationReason.StatusNotConfirmed },
        { "unknown alone is not confirmed", Two, [Unknown, Down], VerificationReason.StatusNotConfirmed },
        { "held alone under the strict rule", TwoStrict, [Down, Held], VerificationReason.StatusNotConfirmed },
        { "good with one that does not count", TwoAsking, [Unknown, Good], VerificationReason.StatusNotConfirmed },
        { "good and held", TwoStrict, [Good, Held], VerificationReason.StatusSourcesDisagree },
        { "held and revoked", TwoStrict, [Held, Revoked], VerificationReason.StatusSourcesDisagree },
        { "good and unknown", TwoStrict, [Good, Unknown], VerificationReason.StatusSourcesDisagree },
    };

    [Theory]
    [MemberData(nameof(Undecided))]
    public async Task Without_two_that_agree_it_is_undetermined(string description, RevocationSequencePolicy policy, RevocationEvidence[] answers, VerificationReason reason)
    {
        (RevocationEvidence evidence, int _) = await RunAsync(policy, answers, waits: true);
        evidence.State.ShouldBe(RevocationState.Unreachable, description);
        evidence.Failure.ShouldBe(reason, description);
    }

    [Fact]
    public void Wrong_policies_are_misuse()
    {
        StubSource source = new(Good);
        Should.Throw<ArgumentException>(() => new RevocationSourceSequence(Two, source));
        Should.Throw<ArgumentException>(() => new RevocationSourceSequence(Fresh, source));
        Should.Throw<ArgumentException>(() => new RevocationSourceSequence(null!, source));
        RevocationSequencePolicy[] wrong =
        [
            new() { FreshEnough = TimeSpan.FromTicks(-1) }, new() { WhenAnswerIsStale = (WhenAnswerIsStale)9 }, new() { WhenSourceDoesNotKnow = (WhenSourceDoesNotKnow)9 },
            new() { WhenSourceIsUnreachable = (WhenSourceIsUnreachable)9 }, new() { WhichAnswerCounts = (WhichAnswerCounts)9 }, new() { WhenSourcesDisagree = (WhenSourcesDisagree)9 },
        ];
        Array.ForEach(wrong, policy => Should.Throw<ArgumentException>(() => new RevocationSourceSequence(policy, source)));
    }

    private static async Task<(RevocationEvidence Evidence, int Asked)> RunAsync(RevocationSequencePolicy policy, RevocationEvidence[] answers, bool waits)
    {
        StubSource[] sources = [.. answers.Select(answer => new StubSource(answer, waits))];
        RevocationEvidence evidence = await new RevocationSourceSequence(policy, new ManualTimeProvider(StatusLab.Now), sources).CheckAsync(Path);
        return (evidence, sources.Sum(source => source.Asked));
    }
}
