namespace MyNumber.ContractTests.Issuing;

public sealed class InMemoryResidentCodeRegisterTests : ResidentCodeRegisterContract;

public sealed class SqliteResidentCodeRegisterTests : ResidentCodeRegisterContract
{
    protected override Task<RegisterHome?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlResidentCodeRegisterTests(PostgresFixture postgres) : ResidentCodeRegisterContract
{
    protected override Task<RegisterHome?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
