using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Addressees;

public sealed class InMemoryMergedAddresseeTests : MergedAddresseeContract;

public sealed class SqliteMergedAddresseeTests : MergedAddresseeContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlMergedAddresseeTests(PostgresFixture postgres) : MergedAddresseeContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.PostgreSqlAsync(postgres);
}
