using static MyNumber.Card.Emulation.Tests.Commands.SecureTerminal;

namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>The delivery of the session key to the input-support application.</summary>
public sealed class SessionKeyTests
{
    [Fact]
    public void A_new_key_starts_the_counter_again()
    {
        using Terminal terminal = Open();
        terminal.Send(SecuredVerifyA).ShouldBe("9000");
        terminal.Send(Delivery(terminal, "A0228020", Seed)).ShouldBe("9000");
        terminal.Send(SecuredVerifyA).ShouldBe("9000");
    }

    [Theory]
    [InlineData("nothing", "6982")]
    [InlineData("text A", "6982")]
    [InlineData("text B", "6982")]
    [InlineData("input-support PIN", "9000")]
    public void Only_the_pin_allows_a_session_key(string presented, string status)
    {
        using Terminal keyReader = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        string delivery = Delivery(keyReader, "A0228020", Seed);
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport).Presenting(presented);
        terminal.Send(delivery).ShouldBe(status);
    }

    [Theory]
    [InlineData("integrity key instead", "A0228120", 32, "6A80")]
    [InlineData("another outer tag", "A1228020", 32, "6A80")]
    [InlineData("seed of sixteen bytes", "A0128010", 16, "6A80")]
    [InlineData("a byte behind it", "A0228020", 33, "6A80")]
    [InlineData("no structure", "", 32, "6A80")]
    public void A_wrong_structure_is_refused(string description, string head, int length, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        terminal.Send(Delivery(terminal, head, new byte[length])).ShouldBe(status);
        terminal.Send(SecuredVerifyA).ShouldBe("69FC");
    }

    [Theory]
    [InlineData("not encrypted at all", "00", "6A80")]
    [InlineData("not below the modulus", "FF", "6F00")]
    public void What_is_no_cryptogram_is_refused(string description, string fill, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        terminal.Send("80AE0000" + "000100" + string.Concat(Enumerable.Repeat(fill, 256))).ShouldBe(status);
    }

    [Theory]
    [InlineData("one byte", "80AE000001AA", "6700")]
    [InlineData("255 bytes", "255", "6700")]
    [InlineData("no data", "80AE0000", "6700")]
    [InlineData("with Le", "80AE000001AA00", "6700")]
    [InlineData("wrong P1", "80AE010001AA", "6A86")]
    [InlineData("standard class", "00AE000001AA", "6D00")]
    public void A_wrong_form_is_refused(string description, string command, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        terminal.Send(command == "255" ? "80AE0000FF" + new string('0', 510) : command).ShouldBe(status);
    }

    [Theory]
    [InlineData("common", Terminal.SelectCommon, "66F1")]
    [InlineData("surface", Terminal.SelectSurface, "66F1")]
    [InlineData("JPKI", Terminal.SelectJpki, "6982")]
    [InlineData("residence", Terminal.SelectResidence, "6982")]
    [InlineData("issuer", Terminal.SelectIssuer, "6985")]
    public void Another_application_takes_no_session_key(string description, string select, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(select);
        terminal.Send("80AE0000" + "000100" + new string('0', 512)).ShouldBe(status);
        terminal.Send(SecuredSelect).ShouldBe("6882");
        terminal.Send(SecuredRead).ShouldBe("69FC");
        terminal.Send(SecuredVerifyA).ShouldBe("69FC");
    }
}
