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

    [SkippableTheory]
    [InlineData("a slash", "http://localhost:5080/", "http://localhost:5080")]
    [InlineData("a path and more", "https://bank.example/login?next=1#top", "https://bank.example")]
    [InlineData("a port that is the default", "https://bank.example:443", "https://bank.example")]
    [InlineData("capitals", "HTTPS://Bank.Example:8443", "https://bank.example:8443")]
    [InlineData("a name that a browser writes in Punycode", "https://見本銀行.example/", "https://xn--8pv605ek1ad5v.example")]
    [InlineData("an address of this machine", "http://[::1]:5080/", "http://[::1]:5080")]
    [InlineData("a user", "https://me:4649@bank.example", "https://bank.example")]
    [InlineData("http elsewhere", "http://bank.example/", null)]
    [InlineData("no scheme", "bank.example", null)]
    [InlineData("a name with a port, which reads as a scheme", "localhost:5080", null)]
    [InlineData("all sites", "*", null)]
    [InlineData("a file", "file:///etc", null)]
    [InlineData("nothing", null, null)]
    public void Origin_that_would_do_is_found_in_an_address(string what, string? address, string? origin) => OriginList.Suggest(address).ShouldBe(origin, what);
}
