using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.ContractTests.Issuing;

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlNumberRegisterTests(PostgresFixture postgres) : NumberRegisterContract
{
    private RegisterHome? _home;

    public override async Task DisposeAsync()
    {
        if (_home is not null)
        {
            await _home.DisposeAsync();
        }
    }

    protected override async Task<INumberRegister> OpenAsync()
    {
        _home = await RegisterHome.PostgreSqlAsync(postgres.Server);
        return _home.Register;
    }
}
