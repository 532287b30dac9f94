namespace MyNumber.ContractTests.Issuing;

public sealed class InMemoryIdentityRegisterTests : IdentityRegisterContract;

public sealed class SqliteIdentityRegisterTests : IdentityRegisterContract
{
    protected override Task<RegisterHome?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlIdentityRegisterTests(PostgresFixture postgres) : IdentityRegisterContract
{
    protected override Task<RegisterHome?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
