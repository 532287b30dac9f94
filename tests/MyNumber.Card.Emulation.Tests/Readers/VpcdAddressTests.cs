using MyNumber.Card.Emulation.Readers;

namespace MyNumber.Card.Emulation.Tests.Readers;

public sealed class VpcdAddressTests
{
    [Fact]
    public void The_slots_are_those_of_the_debian_configuration()
    {
        VpcdAddress.FirstSlot.ToString().ShouldBe("127.0.0.1:35963");
        VpcdAddress.SecondSlot.ToString().ShouldBe("127.0.0.1:35964");
    }

    [Theory]
    [InlineData("an address", "127.0.0.1:35963", "127.0.0.1", 35963)]
    [InlineData("a name", "localhost:1", "localhost", 1)]
    [InlineData("an IPv6 address", "[::1]:65535", "::1", 65535)]
    public void An_address_is_read_and_written_back(string description, string text, string host, int port)
    {
        VpcdAddress.TryParse(text, out VpcdAddress? address).ShouldBeTrue(description);
        address!.Host.ShouldBe(host);
        address.Port.ShouldBe(port);
        address.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("no port", "127.0.0.1")]
    [InlineData("an empty port", "127.0.0.1:")]
    [InlineData("no host", ":35963")]
    [InlineData("port zero", "127.0.0.1:0")]
    [InlineData("a port too high", "127.0.0.1:65536")]
    [InlineData("a port of many digits", "127.0.0.1:99999999999")]
    [InlineData("a signed port", "127.0.0.1:+35963")]
    [InlineData("a port in full-width digits", "127.0.0.1:３５９６３")]
    [InlineData("a space", "127.0.0.1: 35963")]
    [InlineData("an IPv6 address without brackets", "::1:35963")]
    [InlineData("an open bracket", "[::1:35963")]
    [InlineData("empty brackets", "[]:35963")]
    [InlineData("an IPv4 address in brackets", "[127.0.0.1]:35963")]
    [InlineData("a path", "127.0.0.1/x:35963")]
    [InlineData("a user", "me@localhost:35963")]
    public void Anything_else_is_no_address(string description, string text)
    {
        VpcdAddress.TryParse(text, out VpcdAddress? address).ShouldBeFalse(description);
        address.ShouldBeNull();
    }
}
