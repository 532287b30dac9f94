using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Core;

public sealed class InMemoryLinkRegisterTests : LinkRegisterContract;

public sealed class SqliteLinkRegisterTests : LinkRegisterContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlLinkRegisterTests(PostgresFixture postgres) : LinkRegisterContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
