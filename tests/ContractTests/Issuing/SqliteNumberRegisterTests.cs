using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.ContractTests.Issuing;

public sealed class SqliteNumberRegisterTests : NumberRegisterContract
{
    private RegisterHome _home = null!;

    public override async Task DisposeAsync() => await _home.DisposeAsync();

    protected override async Task<INumberRegister> OpenAsync()
    {
        _home = await RegisterHome.SqliteAsync();
        return _home.Register;
    }
}
