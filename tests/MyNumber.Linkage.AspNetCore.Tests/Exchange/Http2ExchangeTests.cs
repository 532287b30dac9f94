using System.Net;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

public sealed class Http2ExchangeTests() : ExchangeContract(() => HttpWorld.StartAsync(HttpVersion.Version20));
