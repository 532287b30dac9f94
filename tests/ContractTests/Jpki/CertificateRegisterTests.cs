using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Jpki;

public sealed class InMemoryCertificateRegisterTests : CertificateRegisterContract;

public sealed class SqliteCertificateRegisterTests : CertificateRegisterContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => SqliteAsync();
}

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlCertificateRegisterTests(PostgresFixture postgres) : CertificateRegisterContract
{
    protected override Task<TestDatabase?> OpenHomeAsync() => PostgreSqlAsync(postgres);
}
