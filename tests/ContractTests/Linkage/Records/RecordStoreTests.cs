using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Records;

public sealed class InMemoryRecordStoreTests : RecordStoreContract;

public sealed class SqliteRecordStoreTests : RecordStoreContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlRecordStoreTests(PostgresFixture postgres) : RecordStoreContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.PostgreSqlAsync(postgres);
}
