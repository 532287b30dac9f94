namespace MyNumber.ContractTests.Issuing;

public sealed class InMemoryAllottedCodesTests : AllottedCodesContract;

public sealed class SqliteAllottedCodesTests : AllottedCodesContract
{
    protected override Task<RegisterHome?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlAllottedCodesTests(PostgresFixture postgres) : AllottedCodesContract
{
    protected override Task<RegisterHome?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
