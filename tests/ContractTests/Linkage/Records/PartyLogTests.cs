using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Records;

public sealed class InMemoryPartyLogTests : PartyLogContract;

public sealed class SqlitePartyLogTests : PartyLogContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlPartyLogTests(PostgresFixture postgres) : PartyLogContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.PostgreSqlAsync(postgres);
}
