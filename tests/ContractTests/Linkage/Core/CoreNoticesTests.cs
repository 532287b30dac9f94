using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Core;

public sealed class InMemoryCoreNoticesTests : CoreNoticesContract;

public sealed class SqliteCoreNoticesTests : CoreNoticesContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlCoreNoticesTests(PostgresFixture postgres) : CoreNoticesContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
