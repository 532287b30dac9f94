namespace MyNumber.ContractTests.Issuing;

public sealed class InMemoryCorporateRegisterTests : CorporateRegisterContract;

public sealed class SqliteCorporateRegisterTests : CorporateRegisterContract
{
    protected override Task<RegisterHome?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlCorporateRegisterTests(PostgresFixture postgres) : CorporateRegisterContract
{
    protected override Task<RegisterHome?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
