using System.Net;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

public sealed class HttpLogLinesTests() : LogLinesContract(() => HttpWorld.StartAsync(HttpVersion.Version20));
