using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.ContractTests.Issuing;

public sealed class InMemoryNumberRegisterTests : NumberRegisterContract
{
    protected override Task<INumberRegister> OpenAsync() => Task.FromResult<INumberRegister>(new InMemoryNumberRegister());
}
