namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

public sealed class InProcessExchangeTests() : ExchangeContract(InProcessWorld.StartAsync);
