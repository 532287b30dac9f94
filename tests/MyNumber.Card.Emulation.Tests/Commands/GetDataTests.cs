using System.Security.Cryptography;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Tests.Profiles;

namespace MyNumber.Card.Emulation.Tests.Commands;

public sealed class GetDataTests
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["issuer identification number"] = "36303030303230" + "0805" + "303031" + "00000000",
        ["municipality"] = "3133313031",
        ["expiry"] = "3230333430343031",
        ["intermediate key"] = "36303030303231" + "0805" + "303031" + "00000000",
        ["contact answer to reset"] = "E000FF8131FE4514",
    };

    [Theory]
    [InlineData("issuer identification number", "00CA004200")]
    [InlineData("municipality", "00CA00F000")]
    [InlineData("expiry", "00CA00F200")]
    [InlineData("expiry with its exact length", "00CA00F208")]
    [InlineData("expiry with extended Le", "00CA00F2000000")]
    [InlineData("intermediate key", "00CA00F700")]
    [InlineData("contact answer to reset", "00CA5F5100")]
    public void After_power_on(string description, string command)
    {
        using Terminal terminal = new();
        terminal.Send(command).ShouldBe(Values[description.Split(" with")[0]] + "9000");
    }

    [Fact]
    public void The_card_number_is_fifteen_digits()
    {
        using Terminal terminal = new();
        terminal.Send("00CA004500").ShouldBe("343030303030303030303030303031" + "9000");
    }

    [Fact]
    public void The_recognition_data_begins_with_the_arc_of_global_platform()
    {
        using Terminal terminal = new();
        terminal.Send("00CA006600").ShouldStartWith("6631" + "732F" + "0607" + "2A864886FC6B01");
    }

    [Fact]
    public void The_chain_leads_from_the_root_to_the_municipality()
    {
        using Terminal terminal = new();
        byte[] upper = [0x7F, 0x21, 0x82, 0x02, 0x33, .. Convert.FromHexString(terminal.Data("00CA00F8000000"))];
        using RSA intermediate = Certified.Subject(upper, Values["issuer identification number"], Values["intermediate key"], LabCardAuthority.Default.CardManagerAnchor.Key.Modulus);
        byte[] lower = Convert.FromHexString(terminal.Data("00CA7F21000000"));
        using RSA municipality = Certified.Subject(
            lower, Values["intermediate key"], "31333130313030" + "0805" + "303030" + "00000000", intermediate.ExportParameters(false).Modulus);
        terminal.After(Terminal.SelectSurface);
        byte[] surface = terminal.ReadFile(4);
        municipality.ExportParameters(false).Modulus.ShouldBe(surface[51..307]);
    }

    [Theory]
    [InlineData("absent object", "00CADF3000", "6A88")]
    [InlineData("tag 0000", "00CA000000", "6A88")]
    [InlineData("application's tag", "00CA00F100", "6A88")]
    [InlineData("a certificate with a short Le", "00CA00F800", "6700")]
    [InlineData("the lower certificate with a short Le", "00CA7F2100", "6700")]
    [InlineData("extended Le one short", "00CA7F21000237", "6700")]
    [InlineData("Le shorter than the object", "00CA00F207", "6700")]
    [InlineData("no Le", "00CA00F2", "6700")]
    [InlineData("data", "00CA00F201AA00", "6700")]
    [InlineData("proprietary class", "80CA00F200", "6D00")]
    [InlineData("GET DATA of the other form", "00CB3FFF00", "6D00")]
    public void Is_refused(string description, string command, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new();
        terminal.Send(command).ShouldBe(status);
    }

    [Theory]
    [InlineData("JPKI", Terminal.SelectJpki)]
    [InlineData("input support", Terminal.SelectInputSupport)]
    [InlineData("surface", Terminal.SelectSurface)]
    [InlineData("common", Terminal.SelectCommon)]
    public void With_another_application_only_the_contact_answer_is_there(string description, string select)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(select);
        terminal.Send("00CA00F200").ShouldBe("6A88");
        terminal.Send("00CA004200").ShouldBe("6A88");
        terminal.Send("00CA5F5100").ShouldBe("E000FF8131FE45149000");
        terminal.After(Terminal.SelectIssuer);
        terminal.Send("00CA00F200").ShouldEndWith("9000");
    }

    [Fact]
    public void Some_cards_tell_the_contact_answer_only_with_an_application()
    {
        using Terminal terminal = new(new EmulatedCardOptions { ContactAnswerNeedsApplication = true });
        terminal.Send("00CA5F5100").ShouldBe("6A88");
        terminal.After(Terminal.SelectJpki);
        terminal.Send("00CA5F5100").ShouldBe("E000FF8131FE45149000");
    }
}
