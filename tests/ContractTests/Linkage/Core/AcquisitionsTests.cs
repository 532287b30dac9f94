using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Core;

public sealed class InMemoryAcquisitionsTests : AcquisitionsContract;

public sealed class SqliteAcquisitionsTests : AcquisitionsContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlAcquisitionsTests(PostgresFixture postgres) : AcquisitionsContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
