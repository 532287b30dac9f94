using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Caching;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Caching;

/// <summary>Default: an answer is used for 15 minutes at most, a failure not at all.</summary>
public sealed class CachedStatusSourceTests
{
    private static readonly VerifiedPath Path = StatusLab.Path();
    private static readonly RevocationEvidence Good = Answer(RevocationState.Good, null);
    private static readonly StatusCacheOptions Usual = new();

    private readonly ManualTimeProvider _clock = new(StatusLab.Now);

    private static RevocationEvidence Answer(RevocationState state, double? nextUpdateMinutes, int bytes = 0) => new(state)
    {
        Method = RevocationMethod.Ocsp,
        ThisUpdate = StatusLab.Now.AddMinutes(-5),
        NextUpdate = nextUpdateMinutes is { } minutes ? StatusLab.Now.AddMinutes(minutes) : null,
        OcspResponse = new byte[bytes],
    };

    private CachedStatusSource Cache(IRevocationSource source, StatusCacheOptions? options = null) => new(source, options ?? Usual, _clock);

    [Theory]
    [InlineData("good", RevocationState.Good)]
    [InlineData("held", RevocationState.Held)]
    [InlineData("revoked", RevocationState.Revoked)]
    public async Task Answer_is_given_again_and_says_where_it_came_from(string description, RevocationState state)
    {
        StubSource source = new(Answer(state, null));
        CachedStatusSource cache = Cache(source);
        RevocationEvidence asked = await cache.CheckAsync(Path);
        _clock.Advance(TimeSpan.FromMinutes(10));
        RevocationEvidence kept = await cache.CheckAsync(Path);
        source.Asked.ShouldBe(1, description);
        asked.Origin.ShouldBe(StatusOrigin.Responder);
        kept.Origin.ShouldBe(StatusOrigin.Cache);
        kept.State.ShouldBe(state);
        kept.ReceivedAt.ShouldBe(StatusLab.Now);
        kept.AgeAt(_clock.GetUtcNow()).ShouldBe(TimeSpan.FromMinutes(15));
        kept.ToString().ShouldBe($"RevocationEvidence({state}, Ocsp from Cache, known up to 2026-06-01 03:15:00Z)");
    }

    [Theory]
    [InlineData("a second before the end", null, 899, 1)]
    [InlineData("at the end", null, 900, 2)]
    [InlineData("nextUpdate earlier than the end: a second before", 10.0, 599, 1)]
    [InlineData("nextUpdate earlier than the end: at it", 10.0, 600, 2)]
    [InlineData("nextUpdate later than the end", 60.0, 900, 2)]
    [InlineData("nextUpdate passed already", -1.0, 0, 2)]
    public async Task Answer_is_used_until_nextUpdate_or_the_age_limit(string description, double? nextUpdate, int seconds, int asked)
    {
        StubSource source = new(Answer(RevocationState.Good, nextUpdate));
        CachedStatusSource cache = Cache(source);
        await cache.CheckAsync(Path);
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        await cache.CheckAsync(Path);
        source.Asked.ShouldBe(asked, description);
    }

    [Theory]
    [InlineData("unreachable", RevocationState.Unreachable, 0, 0, 2)]
    [InlineData("unknown", RevocationState.Unknown, 0, 0, 2)]
    [InlineData("unreachable, kept a minute: a second before", RevocationState.Unreachable, 60, 59, 1)]
    [InlineData("unreachable, kept a minute: at the end", RevocationState.Unreachable, 60, 60, 2)]
    [InlineData("unknown, kept a minute", RevocationState.Unknown, 60, 59, 1)]
    public async Task Failure_is_kept_only_when_told_and_briefly(string description, RevocationState state, int kept, int seconds, int asked)
    {
        StubSource source = new(Answer(state, null));
        CachedStatusSource cache = Cache(source, Usual with { FailureAge = TimeSpan.FromSeconds(kept) });
        await cache.CheckAsync(Path);
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        await cache.CheckAsync(Path);
        source.Asked.ShouldBe(asked, description);
    }

    [Fact]
    public async Task Failure_does_not_push_out_a_good_answer_of_another()
    {
        StubSource source = new(Good);
        CachedStatusSource cache = Cache(source);
        await cache.CheckAsync(Path);
        source.Answer = Answer(RevocationState.Unreachable, null);
        await cache.CheckAsync(StatusLab.Path([0x11]));
        (await cache.CheckAsync(Path)).State.ShouldBe(RevocationState.Good);
        cache.Count.ShouldBe(1);
    }

    public static TheoryData<string, VerifiedPath> Others => new()
    {
        { "other serial", StatusLab.Path([0x0A, 0x1B, 0x2C, 0x3E]) },
        { "same name and serial, other generation", StatusLab.Path(issuer: StatusLab.SecondAnchor) },
        { "other authority, same serial", StatusLab.Path(issuer: StatusLab.StrangeAnchor) },
        { "other key under the same name and key identifier", StatusLab.Path(issuer: StatusLab.MakeAnchor(2, StatusLab.AuthorityName, StatusLab.Anchor.KeyIdentifier.ToArray())) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Answer_is_never_given_for_another_certificate(string description, VerifiedPath other)
    {
        StubSource source = new(Good);
        CachedStatusSource cache = Cache(source);
        await cache.CheckAsync(Path);
        source.Answer = Answer(RevocationState.Revoked, null);
        (await cache.CheckAsync(other)).State.ShouldBe(RevocationState.Revoked, description);
        (await cache.CheckAsync(Path)).State.ShouldBe(RevocationState.Good);
    }

    [Fact]
    public async Task Clock_set_back_makes_an_answer_unusable()
    {
        StubSource source = new(Good);
        CachedStatusSource cache = Cache(source);
        await cache.CheckAsync(Path);
        _clock.Set(StatusLab.Now.AddSeconds(-1));
        await cache.CheckAsync(Path);
        source.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task Used_longest_ago_makes_room_for_a_count_limit()
    {
        StubSource source = new(Good);
        CachedStatusSource cache = Cache(source, Usual with { MaximumCount = 2 });
        await AskAsync(cache, 1, 2, 1, 3);
        cache.Count.ShouldBe(2);
        source.Asked.ShouldBe(3);
        await AskAsync(cache, 1, 3);
        source.Asked.ShouldBe(3);
        await AskAsync(cache, 2);
        source.Asked.ShouldBe(4);
    }

    [Theory]
    [InlineData("two fit", 1024, 2)]
    [InlineData("one fits", 1023, 1)]
    [InlineData("none fits", 511, 0)]
    public async Task Bytes_are_limited(string description, long bytes, int kept)
    {
        CachedStatusSource cache = Cache(new StubSource(Good), Usual with { MaximumBytes = bytes });
        await AskAsync(cache, 1, 2, 3);
        cache.Count.ShouldBe(kept, description);
        cache.ByteCount.ShouldBe(kept * 512);
    }

    [Fact]
    public async Task Response_counts_in_bytes()
    {
        CachedStatusSource cache = Cache(new StubSource(Answer(RevocationState.Good, null, bytes: 1500)));
        await AskAsync(cache, 1);
        cache.ByteCount.ShouldBe(2012);
        cache.Clear();
        cache.ByteCount.ShouldBe(0);
        cache.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Older_receipt_of_the_source_counts()
    {
        RevocationEvidence received = Answer(RevocationState.Good, null).From(StatusOrigin.Stapled, StatusLab.Now.AddMinutes(-14));
        StubSource source = new(received);
        CachedStatusSource cache = Cache(source);
        await cache.CheckAsync(Path);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await cache.CheckAsync(Path);
        source.Asked.ShouldBe(2);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_at_once()
    {
        StatusCacheOptions[] wrong =
        [
            Usual with { MaximumAge = TimeSpan.Zero }, Usual with { FailureAge = TimeSpan.FromTicks(-1) }, Usual with { FailureAge = TimeSpan.FromMinutes(5) + TimeSpan.FromTicks(1) },
            Usual with { MaximumCount = 0 }, Usual with { MaximumBytes = 0 }, Usual with { AcceptAnswersPastTheirEndWhileOfflineFor = TimeSpan.FromDays(8) },
            Usual with { AcceptAnswersPastTheirEndWhileOfflineFor = TimeSpan.FromTicks(-1) },
        ];
        Array.ForEach(wrong, options => Should.Throw<ArgumentOutOfRangeException>(() => Cache(new StubSource(Good), options)));
    }

    private static async Task AskAsync(CachedStatusSource cache, params byte[] serials)
    {
        foreach (byte serial in serials)
        {
            await cache.CheckAsync(StatusLab.Path([serial]));
        }
    }
}
