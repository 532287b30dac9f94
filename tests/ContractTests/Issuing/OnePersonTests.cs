namespace MyNumber.ContractTests.Issuing;

public sealed class InMemoryOnePersonTests : OnePersonContract;

public sealed class SqliteOnePersonTests : OnePersonContract
{
    protected override Task<RegisterHome?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlOnePersonTests(PostgresFixture postgres) : OnePersonContract
{
    protected override Task<RegisterHome?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
