using System.Globalization;
using MyNumber.Jpki.Services;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Services;

/// <summary>The store is measured while no other test allocates.</summary>
[CollectionDefinition(nameof(InMemoryChallengeStoreTests), DisableParallelization = true)]
[Collection(nameof(InMemoryChallengeStoreTests))]
public sealed class InMemoryChallengeStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 4, 5, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new(Now);
    private int _made;

    [Theory]
    [InlineData("logins", null, 10_000)]
    [InlineData("applications of two pages", 1_000, 10_000)]
    [InlineData("the longest applications", HolderStatement.MaximumApplicationTextLength, 800)]
    public async Task A_full_store_takes_no_more_than_64_MiB(string description, int? textLength, int least)
    {
        InMemoryChallengeStore store = new(_clock);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        int kept = await FillAsync(store, textLength);
        long taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        kept.ShouldBeInRange(least, 10_000, description);
        taken.ShouldBeLessThan(64L << 20);
        GC.KeepAlive(store);
    }

    [Fact]
    public async Task The_size_is_free_again_once_a_challenge_is_taken_or_expired()
    {
        HolderChallenge first = Make(1_000), second = Make(1_000), third = Make(1_000);
        InMemoryChallengeStore store = new(_clock, maximumBytes: 10_000); // one has 5,000 bytes of text in both forms at least
        (await store.TryAddAsync(first)).ShouldBeTrue();
        (await store.TryAddAsync(second)).ShouldBeFalse();
        (await store.TryTakeAsync(first.Id)).ShouldBe(first);
        (await store.TryAddAsync(second)).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await store.TryAddAsync(third)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_challenge_that_is_there_already_counts_once()
    {
        HolderChallenge challenge = Make(1_000);
        InMemoryChallengeStore store = new(_clock, maximumBytes: 20_000);
        for (int i = 0; i < 100; i++)
        {
            (await store.TryAddAsync(challenge)).ShouldBe(i == 0);
        }

        (await store.TryAddAsync(Make(1_000))).ShouldBeTrue();
    }

    [Fact]
    public async Task An_expired_challenge_is_told_as_such_for_a_while_and_then_dropped_though_nobody_asks()
    {
        using InMemoryChallengeStore store = new(_clock);
        HolderChallenge late = Make(1_000), never = Make(1_000);
        (await store.TryAddAsync(late)).ShouldBeTrue();
        (await store.TryAddAsync(never)).ShouldBeTrue();

        _clock.Advance(late.ExpiresAt - Now + TimeSpan.FromMinutes(4));
        (await store.TryTakeAsync(late.Id)).ShouldBe(late);
        _clock.Advance(TimeSpan.FromMinutes(6));
        (await store.TryTakeAsync(never.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Challenges_that_come_while_others_wait_are_dropped_in_their_time_too()
    {
        using InMemoryChallengeStore store = new(_clock);
        for (int round = 0; round < 3; round++)
        {
            HolderChallenge challenge = Make(10);
            (await store.TryAddAsync(challenge)).ShouldBeTrue();
            _clock.Advance(challenge.ExpiresAt - _clock.GetUtcNow() + TimeSpan.FromMinutes(10));
            (await store.TryTakeAsync(challenge.Id)).ShouldBeNull($"in round {round}");
        }
    }

    [Fact]
    public void A_store_without_room_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new InMemoryChallengeStore(_clock, capacity: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new InMemoryChallengeStore(_clock, maximumBytes: 0));
    }

    private async Task<int> FillAsync(InMemoryChallengeStore store, int? textLength)
    {
        int kept = 0;
        while (await store.TryAddAsync(Make(textLength)))
        {
            kept++;
        }

        return kept;
    }

    private HolderChallenge Make(int? textLength)
    {
        string nonce = (_made++).ToString("D43", CultureInfo.InvariantCulture);
        string? text = textLength is { } length ? new string('円', length) : null;
        return new(new HolderStatement(text is null ? StatementPurpose.Login : StatementPurpose.Application, "https://bank.example", "https://bank.example", nonce, _clock.GetUtcNow(), text), nonce, _clock.GetUtcNow().AddMinutes(5));
    }
}
