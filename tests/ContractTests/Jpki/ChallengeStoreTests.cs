using MyNumber.ContractTests.Issuing;
using MyNumber.Jpki.Services.Storage;

namespace MyNumber.ContractTests.Jpki;

public sealed class InMemoryChallengeStoreTests : ChallengeStoreContract;

/// <summary>What a store of challenges over a database does beside.</summary>
public abstract class SqlChallengeStoreContract : ChallengeStoreContract
{
    [SkippableFact]
    public async Task Expired_ones_are_removed_and_younger_ones_stay()
    {
        SqlChallengeStore store = Store.ShouldBeOfType<SqlChallengeStore>();
        (await store.TryAddAsync(Make('A'))).ShouldBeTrue();
        (await store.TryAddAsync(Make('B', later: TimeSpan.FromMilliseconds(1)))).ShouldBeTrue();
        (await store.RemoveExpiredAsync(Now.AddMinutes(5).AddMilliseconds(-1))).ShouldBe(0);
        (await store.RemoveExpiredAsync(Now.AddMinutes(5))).ShouldBe(1);
        (await store.TryTakeAsync(Make('A').Id)).ShouldBeNull();
        (await store.TryTakeAsync(Make('B').Id)).ShouldNotBeNull();
    }
}

public sealed class SqliteChallengeStoreTests : SqlChallengeStoreContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlChallengeStoreTests(PostgresFixture postgres) : SqlChallengeStoreContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
