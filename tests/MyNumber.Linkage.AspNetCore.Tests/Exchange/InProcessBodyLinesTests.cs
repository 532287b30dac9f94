namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

public sealed class InProcessBodyLinesTests() : BodyLinesContract(InProcessWorld.StartAsync);
