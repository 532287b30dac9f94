using CardAgent.Guards;

namespace CardAgentTests.Guards;

public sealed class OriginListTests
{
    [SkippableTheory]
    [InlineData("https", "https://bank.example")]
    [InlineData("https with a name in Punycode", "https://xn--fiq228c.example")]
    [InlineData("https with a port", "https://bank.example:8443")]
    [InlineData("http on this machine by name", "http://localhost:5080")]
    [InlineData("http on this machine by a name below that", "http://bank.localhost:5080")]
    [InlineData("http on this machine by address", "http://127.0.0.1:5080")]
    public void Origin_is_taken_and_allowed(string what, string origin)
    {
        OriginList.Empty.TryAdd(origin, out OriginList? list).ShouldBeTrue(what);
        list!.Allows(origin).ShouldBeTrue();
        list.Allows("null").ShouldBeFalse();
        OriginList.Empty.Allows(origin).ShouldBeFalse();
    }

    [SkippableTheory]
    [InlineData("nothing", null)]
    [InlineData("an empty text", "")]
    [InlineData("null", "null")]
    [InlineData("everything", "*")]
    [InlineData("a pattern", "https://*.example")]
    [InlineData("http elsewhere", "http://bank.example")]
    [InlineData("http on a name that begins like this machine", "http://localhost.evil.example")]
    [InlineData("http on a name that ends like this machine", "http://evillocalhost")]
    [InlineData("http on that name at the top alone", "http://.localhost")]
    [InlineData("a path", "https://bank.example/")]
    [InlineData("a port that is the default", "https://bank.example:443")]
    [InlineData("capitals", "https://Bank.example")]
    [InlineData("a name that a browser writes in Punycode", "https://見本銀行.example")]
    [InlineData("a user", "https://me@bank.example")]
    [InlineData("a file", "file:///etc")]
    [InlineData("no scheme", "bank.example")]
    public void What_is_no_origin_is_not_taken(string what, string? origin) => OriginList.Empty.TryAdd(origin, out _).ShouldBeFalse(what);
}
