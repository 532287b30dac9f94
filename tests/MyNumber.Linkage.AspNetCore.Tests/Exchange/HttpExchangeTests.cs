using System.Net;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

public sealed class HttpExchangeTests() : ExchangeContract(() => HttpWorld.StartAsync(HttpVersion.Version11));
