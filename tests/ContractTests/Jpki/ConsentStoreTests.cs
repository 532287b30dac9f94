using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Jpki;

public sealed class InMemoryConsentStoreTests : ConsentStoreContract;

public sealed class SqliteConsentStoreTests : ConsentStoreContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlConsentStoreTests(PostgresFixture postgres) : ConsentStoreContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
