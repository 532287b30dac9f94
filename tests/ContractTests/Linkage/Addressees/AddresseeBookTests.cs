using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage.Addressees;

public sealed class InMemoryAddresseeBookTests : AddresseeBookContract;

public sealed class SqliteAddresseeBookTests : AddresseeBookContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlAddresseeBookTests(PostgresFixture postgres) : AddresseeBookContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => LinkageHomes.PostgreSqlAsync(postgres);
}
