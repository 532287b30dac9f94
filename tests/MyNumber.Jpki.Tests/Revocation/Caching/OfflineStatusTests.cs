using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Caching;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Caching;

public sealed class OfflineStatusTests
{
    private static readonly VerifiedPath Path = StatusLab.Path();

    private readonly ManualTimeProvider _clock = new(StatusLab.Now);
    private readonly StubSource _network = new(RevocationEvidence.Good(RevocationMethod.Ocsp, StatusLab.Now.AddMinutes(-5), StatusLab.Now.AddMinutes(10)));

    [Fact]
    public async Task Offline_gives_what_is_at_hand_and_asks_nobody()
    {
        CachedStatusSource cache = new(_network, new StatusCacheOptions(), _clock);
        await cache.CheckAsync(Path);
        cache.Mode = OfflineStatus.NeverAsk;
        (await cache.CheckAsync(Path)).Origin.ShouldBe(StatusOrigin.Cache);
        RevocationEvidence absent = await cache.CheckAsync(StatusLab.Path([0x11]));
        absent.State.ShouldBe(RevocationState.Unreachable);
        absent.Failure.ShouldBe(VerificationReason.StatusNotAtHand);
        absent.Origin.ShouldBe(StatusOrigin.None);
        absent.AgeAt(StatusLab.Now).ShouldBeNull();
        _network.Asked.ShouldBe(1);
    }

    [Theory]
    [InlineData("no leave: at nextUpdate", 0, 10.0, false)]
    [InlineData("an hour's leave: just before", 60, 69.9, true)]
    [InlineData("an hour's leave: at its end", 60, 70.0, false)]
    public async Task Past_its_end_an_answer_needs_leave(string description, int leaveMinutes, double minutes, bool given)
    {
        CachedStatusSource cache = new(_network, new StatusCacheOptions { AcceptAnswersPastTheirEndWhileOfflineFor = TimeSpan.FromMinutes(leaveMinutes) }, _clock);
        await cache.CheckAsync(Path);
        cache.Mode = OfflineStatus.NeverAsk;
        _clock.Advance(TimeSpan.FromMinutes(minutes));
        RevocationEvidence evidence = await cache.CheckAsync(Path);
        evidence.State.ShouldBe(given ? RevocationState.Good : RevocationState.Unreachable, description);
        (evidence.NextUpdate < _clock.GetUtcNow()).ShouldBe(given);
        _network.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Leave_is_for_offline_only()
    {
        CachedStatusSource cache = new(_network, new StatusCacheOptions { AcceptAnswersPastTheirEndWhileOfflineFor = TimeSpan.FromDays(1) }, _clock);
        await cache.CheckAsync(Path);
        _clock.Advance(TimeSpan.FromMinutes(11));
        _network.Answer = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
        (await cache.CheckAsync(Path)).State.ShouldBe(RevocationState.Unreachable);
        cache.Mode = OfflineStatus.NeverAsk;
        (await cache.CheckAsync(Path)).State.ShouldBe(RevocationState.Good);
        cache.Mode = OfflineStatus.AskWhatIsNotAtHand;
        (await cache.CheckAsync(Path)).State.ShouldBe(RevocationState.Unreachable);
    }

    [Fact]
    public async Task Lists_beside_the_cache_answer_offline()
    {
        RevocationEvidence list = RevocationEvidence.Good(RevocationMethod.Crl, StatusLab.Now.AddHours(-3), StatusLab.Now.AddDays(1));
        CachedStatusSource cache = new(_network, new StatusCacheOptions(), _clock) { Mode = OfflineStatus.NeverAsk };
        RevocationEvidence evidence = await new RevocationSourceSequence(RevocationSequencePolicy.NextWhenUnreachable, cache, new StubSource(list)).CheckAsync(Path);
        evidence.Origin.ShouldBe(StatusOrigin.List);
        evidence.AgeAt(StatusLab.Now).ShouldBe(TimeSpan.FromHours(3));
        _network.Asked.ShouldBe(0);
    }

    [Fact]
    public void Mode_outside_of_the_enumeration_is_misuse()
    {
        CachedStatusSource cache = new(_network, new StatusCacheOptions(), _clock);
        Should.Throw<ArgumentOutOfRangeException>(() => cache.Mode = (OfflineStatus)9);
        cache.Mode.ShouldBe(OfflineStatus.AskWhatIsNotAtHand);
    }

    [Fact]
    public void Age_before_thisUpdate_is_zero() =>
        RevocationEvidence.Good(RevocationMethod.Crl, StatusLab.Now, null).AgeAt(StatusLab.Now.AddMinutes(-1)).ShouldBe(TimeSpan.Zero);
}
