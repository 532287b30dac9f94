using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Jpki;

public sealed class InMemoryAccountLinkTests : AccountLinkContract;

public sealed class SqliteAccountLinkTests : AccountLinkContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlAccountLinkTests(PostgresFixture postgres) : AccountLinkContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
