using System.Text;
using MyNumber.Jpki.Services;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Services;

public sealed class HolderChallengesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 4, 5, 678, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new(Now);

    [Fact]
    public async Task Text_to_be_signed_is_the_documented_one()
    {
        HolderChallenge challenge = (await Challenges().IssueAsync("https://bank.example", "session-1")).ShouldNotBeNull();

        Encoding.UTF8.GetString(challenge.Message.Span).ShouldBe(
            "MyNumber SDK holder statement v1\n" +
            "purpose: prove the holder of a user-authentication certificate for login\n" +
            "origin: https://bank.example\n" +
            "audience: https://bank.example\n" +
            "nonce: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n" +
            "issued-at: 2026-11-21T03:04:05Z\n");
        challenge.ExpiresAt.ShouldBe(Now.AddMinutes(5));
        challenge.ToString().ShouldBe("HolderChallenge(***)");
    }

    [Fact]
    public async Task A_challenge_restored_by_a_store_signs_the_same_text()
    {
        HolderChallenge first = (await Challenges().IssueAsync("https://bank.example", "session-1")).ShouldNotBeNull();
        HolderChallenge restored = new(new HolderStatement(first.Purpose, first.Origin, first.Audience, first.Id, first.IssuedAt.ToOffset(TimeSpan.FromHours(9))), first.Session, first.ExpiresAt);
        restored.Message.ToArray().ShouldBe(first.Message.ToArray());
    }

    [Theory]
    [InlineData("empty origin", "", "s")]
    [InlineData("line break in origin", "https://a\nnonce: x", "s")]
    [InlineData("space in origin", "https://a b", "s")]
    [InlineData("origin beyond ASCII", "https://銀行.example", "s")]
    [InlineData("empty session", "https://bank.example", "")]
    public async Task Origin_or_session_of_another_shape_is_refused(string description, string origin, string session) =>
        await Should.ThrowAsync<ArgumentException>(async () => await Challenges().IssueAsync(origin, session), description);

    [Fact]
    public async Task Origin_and_session_have_a_longest_length()
    {
        HolderChallenges challenges = Challenges();
        (await challenges.IssueAsync(new string('o', 512), new string('s', 512))).ShouldNotBeNull();
        await Should.ThrowAsync<ArgumentException>(async () => await challenges.IssueAsync(new string('o', 513), "s"));
        await Should.ThrowAsync<ArgumentException>(async () => await challenges.IssueAsync("o", new string('s', 513)));
    }

    [Fact]
    public async Task A_full_store_takes_no_more_until_something_expires_or_is_taken()
    {
        InMemoryChallengeStore store = new(_clock, capacity: 2);
        HolderChallenges challenges = new(store, _clock, new SeededRandom());
        (await challenges.IssueAsync("o", "1")).ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromMinutes(1));
        HolderChallenge second = (await challenges.IssueAsync("o", "2")).ShouldNotBeNull();
        (await challenges.IssueAsync("o", "3")).ShouldBeNull();

        _clock.Advance(TimeSpan.FromMinutes(4));
        (await challenges.IssueAsync("o", "4")).ShouldNotBeNull();
        (await challenges.IssueAsync("o", "5")).ShouldBeNull();
        (await store.TryTakeAsync(second.Id)).ShouldBe(second);
        (await challenges.IssueAsync("o", "6")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_store_whose_challenges_all_expired_fills_and_empties_again()
    {
        HolderChallenges challenges = new(new InMemoryChallengeStore(_clock, capacity: 2), _clock, new SeededRandom());
        for (int round = 0; round < 3; round++)
        {
            (await challenges.IssueAsync("o", "1")).ShouldNotBeNull();
            (await challenges.IssueAsync("o", "2")).ShouldNotBeNull();
            (await challenges.IssueAsync("o", "3")).ShouldBeNull();
            _clock.Advance(TimeSpan.FromMinutes(5));
        }
    }

    [Fact]
    public async Task One_of_many_concurrent_takers_gets_the_challenge()
    {
        InMemoryChallengeStore store = new(_clock);
        HolderChallenge challenge = (await new HolderChallenges(store, _clock, new SeededRandom()).IssueAsync("o", "s")).ShouldNotBeNull();
        HolderChallenge?[] taken = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () => await store.TryTakeAsync(challenge.Id))));
        taken.Count(c => c is not null).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_nonce_twice_is_not_added()
    {
        InMemoryChallengeStore store = new(_clock);
        (await new HolderChallenges(store, _clock, new SeededRandom()).IssueAsync("o", "s")).ShouldNotBeNull();
        (await new HolderChallenges(store, _clock, new SeededRandom()).IssueAsync("o", "s")).ShouldBeNull();
    }

    [Fact]
    public async Task Text_to_be_approved_is_signed_after_its_length()
    {
        HolderChallenge challenge = (await Challenges().IssueForTextAsync("https://bank.example", "session-1", "振込 10,000円\n見本")).ShouldNotBeNull();

        Encoding.UTF8.GetString(challenge.Message.Span).ShouldBe(
            "MyNumber SDK holder statement v1\n" +
            "purpose: approve the text below as the holder of a user-authentication certificate\n" +
            "origin: https://bank.example\n" +
            "audience: https://bank.example\n" +
            "nonce: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n" +
            "issued-at: 2026-11-21T03:04:05Z\n" +
            "text-bytes: 23\n\n振込 10,000円\n見本\n");
        new HolderStatement(challenge.Purpose, challenge.Origin, challenge.Audience, challenge.Id, challenge.IssuedAt, challenge.Text).Message.ToArray().ShouldBe(challenge.Message.ToArray());
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("carriage return", "a\r\nb")]
    [InlineData("tab", "a\tb")]
    [InlineData("right-to-left override", "\u202E000,01")]
    [InlineData("isolate", "a\u2066b")]
    [InlineData("zero width space", "1\u200B0")]
    [InlineData("byte order mark", "\uFEFFa")]
    [InlineData("line separator", "a\u2028b")]
    [InlineData("next line control", "a\u0085b")]
    public async Task Text_that_would_not_be_seen_as_signed_is_refused(string description, string text) =>
        await Should.ThrowAsync<ArgumentException>(async () => await Challenges().IssueForTextAsync("o", "s", text), description);

    [Fact]
    public async Task Half_a_character_and_a_text_too_long_are_refused()
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Challenges().IssueForTextAsync("o", "s", "a\uD842"));
        (await Challenges().IssueForTextAsync("o", "s", new string('円', 2000))).ShouldNotBeNull();
        await Should.ThrowAsync<ArgumentException>(async () => await Challenges().IssueForTextAsync("o", "s", new string('円', 2001)));
    }

    [Theory]
    [InlineData("short", "AAAA")]
    [InlineData("wrong character", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh+")]
    [InlineData("line break", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh\n")]
    public void A_nonce_of_another_shape_is_refused(string description, string id) =>
        Should.Throw<ArgumentException>(() => new HolderStatement(StatementPurpose.Login, "o", "a", id, Now), description);

    [Theory]
    [InlineData("empty", "")]
    [InlineData("line break", "a\nnonce: x")]
    [InlineData("space", "a b")]
    [InlineData("beyond ASCII", "銀行")]
    public async Task An_audience_of_another_shape_is_refused(string description, string audience) =>
        await Should.ThrowAsync<ArgumentException>(
            async () => await new HolderChallenges(new InMemoryChallengeStore(_clock), _clock, new SeededRandom(), audience: audience).IssueAsync("https://bank.example", "s"), description);

    [Fact]
    public async Task The_audience_that_a_service_has_is_signed()
    {
        HolderChallenges challenges = new(new InMemoryChallengeStore(_clock), _clock, new SeededRandom(), audience: "bank.example/loans");
        HolderChallenge challenge = (await challenges.IssueAsync("https://bank.example", "session-1")).ShouldNotBeNull();
        Encoding.UTF8.GetString(challenge.Message.Span).ShouldContain("\norigin: https://bank.example\naudience: bank.example/loans\nnonce: ");
    }

    [Fact]
    public void A_lifetime_of_nothing_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new HolderChallenges(new InMemoryChallengeStore(_clock), _clock, new SeededRandom(), TimeSpan.Zero));

    private HolderChallenges Challenges() => new(new InMemoryChallengeStore(_clock), _clock, new SeededRandom());
}
