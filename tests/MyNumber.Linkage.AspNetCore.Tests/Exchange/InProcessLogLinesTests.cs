namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

public sealed class InProcessLogLinesTests() : LogLinesContract(InProcessWorld.StartAsync);
