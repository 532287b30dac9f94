using MyNumber.ContractTests.Linkage;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Storage;
using MyNumber.Testing;

namespace MyNumber.ContractTests.Jpki;

/// <summary>What every store of challenges does.</summary>
public abstract class ChallengeStoreContract : SqlContract
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, 250, TimeSpan.Zero);

    private IChallengeStore _store = null!;

    protected IChallengeStore Store => _store;

    protected override async Task OpenAsync()
    {
        _store = Home is null ? new InMemoryChallengeStore(new ManualTimeProvider(Now)) : new SqlChallengeStore(Home.Source, Home.Dialect);
        if (_store is SqlChallengeStore sql)
        {
            await sql.CreateTablesAsync();
            await sql.CreateTablesAsync();
        }
    }

    [SkippableTheory]
    [InlineData("login", StatementPurpose.Login, null)]
    [InlineData("approval", StatementPurpose.Approval, "振込 10,000円\n𠮷野銀行")]
    [InlineData("application", StatementPurpose.Application, "申込み")]
    [InlineData("handover", StatementPurpose.CertificateHandover, null)]
    public async Task What_was_kept_is_taken_as_it_was(string description, StatementPurpose purpose, string? text)
    {
        HolderChallenge challenge = Make('A', purpose, text);
        (await _store.TryAddAsync(challenge)).ShouldBeTrue(description);
        HolderChallenge taken = (await _store.TryTakeAsync(challenge.Id)).ShouldNotBeNull();
        taken.Message.ToArray().ShouldBe(challenge.Message.ToArray());
        (taken.Purpose, taken.Origin, taken.Audience, taken.Session, taken.Text).ShouldBe((purpose, "https://bank.example", "loans", "session-1", text));
        (taken.IssuedAt, taken.ExpiresAt).ShouldBe((new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero), Now.AddMinutes(5)));
    }

    [SkippableFact]
    public async Task What_was_taken_is_gone_and_its_id_is_free_again()
    {
        HolderChallenge challenge = Make('A');
        (await _store.TryAddAsync(challenge)).ShouldBeTrue();
        (await _store.TryAddAsync(Make('A'))).ShouldBeFalse();
        (await _store.TryTakeAsync(challenge.Id)).ShouldNotBeNull();
        (await _store.TryTakeAsync(challenge.Id)).ShouldBeNull();
        (await _store.TryAddAsync(Make('A'))).ShouldBeTrue();
    }

    [SkippableTheory]
    [InlineData("nothing", "")]
    [InlineData("never issued", "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB")]
    [InlineData("another case", "aAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("a space after it", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ")]
    [InlineData("a zero character", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\0")]
    [InlineData("half a character", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\uD842")]
    [InlineData("a pattern", "%")]
    public async Task Another_id_takes_nothing(string description, string id)
    {
        (await _store.TryAddAsync(Make('A'))).ShouldBeTrue();
        (await _store.TryTakeAsync(id)).ShouldBeNull(description);
        (await _store.TryTakeAsync(Make('A').Id)).ShouldNotBeNull();
    }

    [SkippableFact]
    public async Task Of_many_who_take_at_once_one_wins_each_time()
    {
        for (int round = 0; round < 20; round++)
        {
            HolderChallenge challenge = Make((char)('A' + round));
            (await _store.TryAddAsync(challenge)).ShouldBeTrue();
            HolderChallenge?[] taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await _store.TryTakeAsync(challenge.Id))));
            taken.Count(one => one is not null).ShouldBe(1);
        }
    }

    protected static HolderChallenge Make(char id, StatementPurpose purpose = StatementPurpose.Login, string? text = null, TimeSpan later = default) =>
        new(new HolderStatement(purpose, "https://bank.example", "loans", new string(id, 43), Now, text), "session-1", Now.AddMinutes(5) + later);
}
