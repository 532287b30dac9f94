using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Challenges;
using MyNumber.Jpki.Services;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Challenges;

public sealed class DistributedCacheChallengeStoreTests
{
    private const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private const string OtherNonce = "BAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private const string Key = "mynumber:jpki:challenge:1:" + Nonce;

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 4, 5, TimeSpan.Zero);

    private readonly MemoryDistributedCache _cache = new(Options.Create(new MemoryDistributedCacheOptions()));
    private readonly DistributedCacheChallengeStore _store;

    public DistributedCacheChallengeStoreTests() => _store = new DistributedCacheChallengeStore(_cache, new ManualTimeProvider(Now));

    [Theory]
    [InlineData("login", StatementPurpose.Login, null)]
    [InlineData("approval", StatementPurpose.Approval, "振込 10,000円")]
    [InlineData("application", StatementPurpose.Application, "口座開設申込書\n見本　花子")]
    [InlineData("handover", StatementPurpose.CertificateHandover, null)]
    public async Task A_challenge_comes_back_once_as_it_was(string description, StatementPurpose purpose, string? text)
    {
        HolderChallenge challenge = Challenge(purpose, text);
        (await _store.TryAddAsync(challenge)).ShouldBeTrue(description);

        HolderChallenge taken = (await _store.TryTakeAsync(Nonce)).ShouldNotBeNull();

        taken.Message.ToArray().ShouldBe(challenge.Message.ToArray());
        (taken.Id, taken.Session, taken.ExpiresAt, taken.Purpose, taken.Audience).ShouldBe((Nonce, "session", challenge.ExpiresAt, purpose, "savings"));
        (await _store.TryTakeAsync(Nonce)).ShouldBeNull();
    }

    [Fact]
    public async Task The_longest_application_fits()
    {
        HolderChallenge challenge = Challenge(StatementPurpose.Application, new string('円', HolderStatement.MaximumApplicationTextLength));
        (await _store.TryAddAsync(challenge)).ShouldBeTrue();
        (await _store.TryTakeAsync(Nonce)).ShouldNotBeNull().Text.ShouldBe(challenge.Text);
    }

    [Fact]
    public async Task The_same_nonce_twice_is_not_added()
    {
        (await _store.TryAddAsync(Challenge(StatementPurpose.Login, null))).ShouldBeTrue();
        (await _store.TryAddAsync(Challenge(StatementPurpose.CertificateHandover, null))).ShouldBeFalse();
        (await _store.TryTakeAsync(Nonce)).ShouldNotBeNull().Purpose.ShouldBe(StatementPurpose.Login);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("of the right length", OtherNonce)]
    [InlineData("another key of the cache", "../" + Nonce)]
    [InlineData("a character more", Nonce + "A")]
    [InlineData("a control in it", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh\n")]
    public async Task An_id_that_was_never_issued_is_not_found(string description, string id)
    {
        (await _store.TryAddAsync(Challenge(StatementPurpose.Login, null))).ShouldBeTrue();
        (await _store.TryTakeAsync(id)).ShouldBeNull(description);
    }

    [Fact]
    public async Task No_bytes_in_the_cache_throw_and_cut_ones_give_no_challenge()
    {
        byte[] whole = await EncodedAsync(Challenge(StatementPurpose.Login, null));
        for (int length = 0; length < whole.Length; length++)
        {
            await PutAsync(whole[..length]);
            (await _store.TryTakeAsync(Nonce)).ShouldBeNull($"{length} bytes");
        }
    }

    [Theory]
    [InlineData("another version", 0, 2)]
    [InlineData("a purpose of nobody", 1, 9)]
    [InlineData("an instant before all time", 2, 0xFF)]
    [InlineData("an end after all time", 10, 0x7F)]
    [InlineData("a length beyond the end", 18, 0xFF)]
    public async Task Spoilt_bytes_give_no_challenge_and_are_gone(string description, int at, byte value)
    {
        byte[] bytes = await EncodedAsync(Challenge(StatementPurpose.Login, null));
        bytes[at] = value;
        await PutAsync(bytes);
        (await _store.TryTakeAsync(Nonce)).ShouldBeNull(description);
        (await _cache.GetAsync(Key)).ShouldBeNull();
    }

    [Fact]
    public async Task A_text_more_than_a_challenge_has_gives_none()
    {
        await PutAsync([.. await EncodedAsync(Challenge(StatementPurpose.Approval, "振込")), 0, 1, (byte)'x']);
        (await _store.TryTakeAsync(Nonce)).ShouldBeNull();
    }

    [Fact]
    public async Task A_challenge_under_the_name_of_another_is_not_given()
    {
        byte[] bytes = await EncodedAsync(Challenge(StatementPurpose.Login, null));
        Encoding.ASCII.GetBytes(OtherNonce).CopyTo(bytes, bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Nonce)));
        await PutAsync(bytes);
        (await _store.TryTakeAsync(Nonce)).ShouldBeNull();
    }

    [Theory]
    [InlineData("in time", 0, 6)]
    [InlineData("when it is too old already", 10, 1)]
    public async Task An_entry_is_kept_a_minute_longer_than_the_challenge_is_good(string description, int minutesLater, int minutesKept)
    {
        RecordingCache cache = new(_cache);
        ManualTimeProvider clock = new(Now.AddMinutes(minutesLater));
        (await new DistributedCacheChallengeStore(cache, clock).TryAddAsync(Challenge(StatementPurpose.Login, null))).ShouldBeTrue();
        cache.Kept.ShouldBe(TimeSpan.FromMinutes(minutesKept), description);
    }

    [Fact]
    public async Task Failures_of_the_cache_come_through_and_the_next_question_is_answered()
    {
        RecordingCache cache = new(_cache) { Fails = true };
        DistributedCacheChallengeStore store = new(cache, new ManualTimeProvider(Now));
        await Should.ThrowAsync<IOException>(async () => await store.TryAddAsync(Challenge(StatementPurpose.Login, null)));
        await Should.ThrowAsync<IOException>(async () => await store.TryTakeAsync(Nonce));
        cache.Fails = false;
        (await store.TryAddAsync(Challenge(StatementPurpose.Login, null))).ShouldBeTrue();
    }

    private static HolderChallenge Challenge(StatementPurpose purpose, string? text) =>
        new(new HolderStatement(purpose, "https://bank.example", "savings", Nonce, Now, text), "session", Now.AddMinutes(5));

    private async Task<byte[]> EncodedAsync(HolderChallenge challenge)
    {
        await _store.TryAddAsync(challenge);
        byte[] bytes = (await _cache.GetAsync(Key)).ShouldNotBeNull();
        await _cache.RemoveAsync(Key);
        return bytes;
    }

    private Task PutAsync(byte[] bytes) => _cache.SetAsync(Key, bytes, new DistributedCacheEntryOptions());
}
