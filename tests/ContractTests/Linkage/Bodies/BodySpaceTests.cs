using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Bodies;

public sealed class InMemoryBodySpaceTests : BodySpaceContract;

public sealed class SqliteBodySpaceTests : BodySpaceContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlBodySpaceTests(PostgresFixture postgres) : BodySpaceContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.PostgreSqlAsync(postgres);
}
