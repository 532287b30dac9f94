using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Records;

public sealed class InMemoryHeadStoreTests : HeadStoreContract;

public sealed class SqliteHeadStoreTests : HeadStoreContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlHeadStoreTests(PostgresFixture postgres) : HeadStoreContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.PostgreSqlAsync(postgres);
}
