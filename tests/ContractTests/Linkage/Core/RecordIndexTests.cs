using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Core;

public sealed class InMemoryRecordIndexTests : RecordIndexContract;

public sealed class SqliteRecordIndexTests : RecordIndexContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlRecordIndexTests(PostgresFixture postgres) : RecordIndexContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
