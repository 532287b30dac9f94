using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Core;

public sealed class InMemoryIssuedCodesTests : IssuedCodesContract;

public sealed class SqliteIssuedCodesTests : IssuedCodesContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlIssuedCodesTests(PostgresFixture postgres) : IssuedCodesContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}

public sealed class InMemoryIssuedChangesTests : IssuedChangesContract;

public sealed class SqliteIssuedChangesTests : IssuedChangesContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlIssuedChangesTests(PostgresFixture postgres) : IssuedChangesContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
