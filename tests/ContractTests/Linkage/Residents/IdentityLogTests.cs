using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Residents;

public sealed class InMemoryIdentityLogTests : IdentityLogContract;

public sealed class SqliteIdentityLogTests : IdentityLogContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlIdentityLogTests(PostgresFixture postgres) : IdentityLogContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
