using MyNumber.ContractTests.Issuing;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Storage.Bodies;

namespace MyNumber.ContractTests.Linkage.Bodies;

public sealed class InMemoryBodyStoreTests : BodyStoreContract;

public sealed class SqliteBodyStoreTests : BodyStoreContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlBodyStoreTests(PostgresFixture postgres) : BodyStoreContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.PostgreSqlAsync(postgres);
}

/// <summary>Two sites that are not even of one make, PostgreSQL and SQLite. One object, as a pair has one writer.</summary>
[Collection(PostgresTests.Name)]
public sealed class TwinSiteBodyStoreTests(PostgresFixture postgres) : BodyStoreContract
{
    private TestDatabase? _west;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _west!.DisposeAsync();
    }

    protected override async Task<TestDatabase?> OpenHomeAsync()
    {
        _west = await LinkageHomes.SqliteAsync();
        return await LinkageHomes.PostgreSqlAsync(postgres);
    }

    protected override IBodyStore[] OpenStores()
    {
        TwinBodyStore twin = new(new SqlBodyStore(Home!.Source, Home.Dialect), new SqlBodyStore(_west!.Source, _west.Dialect));
        return [twin, twin];
    }
}
