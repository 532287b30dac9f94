using System.Net;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

public sealed class HttpBodyLinesTests() : BodyLinesContract(() => HttpWorld.StartAsync(HttpVersion.Version20));
