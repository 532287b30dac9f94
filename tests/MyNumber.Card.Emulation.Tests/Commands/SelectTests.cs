namespace MyNumber.Card.Emulation.Tests.Commands;

public sealed class SelectTests
{
    [Theory]
    [InlineData("JPKI", "00A4040C0AD392F000260100000001", "9000")]
    [InlineData("input support", "00A4040C0AD3921000310001010408", "9000")]
    [InlineData("issuer security domain", "00A4040C07A0000001510000", "9000")]
    [InlineData("JPKI in the extended form", "00A4040C00000AD392F000260100000001", "9000")]
    [InlineData("JPKI with an Le that asks for nothing", "00A4040C0AD392F00026010000000100", "9000")]
    [InlineData("JPKI with minimal control information", "00A404000AD392F00026010000000100", "6F0C840AD392F0002601000000019000")]
    [InlineData("JPKI with control information and no Le", "00A404000AD392F000260100000001", "9000")]
    [InlineData("the first that begins with D392", "00A4040002D39200", "6F0C840AD392F0002601000000019000")]
    [InlineData("surface", "00A4040C0AD3921000310001010402", "9000")]
    [InlineData("residence", "00A4040C0AD3921000310001010401", "9000")]
    [InlineData("common", "00A4040C0AD3921000310001010100", "9000")]
    [InlineData("driving licence, not on this card", "00A4040C10A000000231060000000000000000000000", "6A82")]
    [InlineData("a slot of the free area, not loaded", "00A4040C08F04D4E53444B0101", "6A82")]
    [InlineData("AID with one byte too many", "00A4040C0BD392F00026010000000100", "6A82")]
    [InlineData("AID with another last byte", "00A4040C0AD392F000260100000002", "6A82")]
    [InlineData("master file", "00A40000023F00", "6A82")]
    [InlineData("nothing by file identifier after a reset", "00A40000", "6A86")]
    [InlineData("a file while no application is selected", "00A4020C020018", "6A82")]
    public void After_power_on(string description, string command, string answer)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new();
        terminal.Send(command).ShouldBe(answer);
    }

    [Fact]
    public void The_next_form_walks_through_all_that_begin_alike()
    {
        using Terminal terminal = new();
        terminal.Send("00A4040002D39200").ShouldBe("6F0C840AD392F0002601000000019000");
        terminal.Send("00A4040202D39200").ShouldBe("6F0C840AD39210003100010104089000");
        terminal.Send("00A4040202D39200").ShouldBe("6F0C840AD39210003100010104029000");
        terminal.Send("00A4040202D39200").ShouldBe("6F0C840AD39210003100010104019000");
        terminal.Send("00A4040202D39200").ShouldBe("6F0C840AD39210003100010101009000");
        terminal.Send("00A4040202D39200").ShouldBe("6A82");
        terminal.Send("00A4040E02D392").ShouldBe("6A82");
    }

    [Fact]
    public void Selecting_nothing_does_nothing_once_an_application_is_current()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, "00A4020C020006");
        terminal.Send("00A40000").ShouldBe("9000");
        terminal.Send("00B0000004").ShouldBe("4A504B499000");
    }

    [Fact]
    public void A_new_application_has_no_current_file()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, "00A4020C020006", Terminal.SelectInputSupport);
        terminal.Send("00B0000004").ShouldBe("6986");
    }

    [Fact]
    public void A_missing_file_keeps_the_current_one()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, "00A4020C020006");
        terminal.Send("00A4020C02001F").ShouldBe("6A82");
        terminal.Send("00B0000004").ShouldBe("4A504B499000");
    }

    [Fact]
    public void A_file_of_the_other_application_is_not_there()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport);
        terminal.Send("00A4020C020018").ShouldBe("6A82");
    }

    [Fact]
    public void Selecting_again_forgets_the_pin()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin, Terminal.SelectJpki);
        terminal.Send("802A009701AA00").ShouldBe("6982");
    }

    [Fact]
    public void Selecting_again_keeps_the_pin_when_the_option_says_so()
    {
        EmulatedCardOptions options = new() { SelectClearsVerified = false };
        using Terminal terminal = new Terminal(options)
            .After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin, Terminal.SelectInputSupport, Terminal.SelectJpki);
        terminal.Send("802A009701AA00").ShouldEndWith("9000");
    }

    [Fact]
    public void A_pin_of_one_application_opens_nothing_in_the_other()
    {
        EmulatedCardOptions options = new() { SelectClearsVerified = false };
        using Terminal terminal = new Terminal(options)
            .After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin, Terminal.VerifySignaturePin, Terminal.SelectInputSupport);
        terminal.Send("00B0810011").ShouldBe("6982");
        terminal.Send("00B0820011").ShouldBe("6982");
    }
}
