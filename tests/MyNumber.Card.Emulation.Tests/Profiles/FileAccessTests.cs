namespace MyNumber.Card.Emulation.Tests.Profiles;

/// <summary>Which value opens which file, for every file that has a rule; a value opens nothing that its row does not name.</summary>
public sealed class FileAccessTests
{
    private static readonly string[] Text = ["nothing", "input-support PIN", "text A", "text B"];
    private static readonly string[] Surface = ["nothing", "surface birth date", "surface A", "surface B"];

    [Theory]
    [InlineData("number", 0x01, "input-support PIN, text A")]
    [InlineData("four attributes", 0x02, "input-support PIN, text B")]
    [InlineData("integrity", 0x03, "input-support PIN, text A, text B")]
    [InlineData("certificate", 0x04, "nothing, input-support PIN, text A, text B")]
    [InlineData("information", 0x05, "nothing, input-support PIN, text A, text B")]
    [InlineData("session transport key", 0x06, "input-support PIN, text A, text B")]
    [InlineData("signed public key", 0x07, "input-support PIN, text A, text B")]
    [InlineData("sixteen fillers", 0x08, "nothing, input-support PIN, text A, text B")]
    public void Input_support_file(string description, int file, string openedBy) => Check(description, Terminal.SelectInputSupport, Text, file, openedBy);

    [Theory]
    [InlineData("age record", 0x01, "surface birth date")]
    [InlineData("face", 0x02, "surface A, surface B")]
    [InlineData("information", 0x03, "nothing, surface birth date, surface A, surface B")]
    [InlineData("certificate", 0x04, "nothing, surface birth date, surface A, surface B")]
    [InlineData("number image", 0x05, "surface A")]
    [InlineData("sixteen fillers", 0x06, "surface A, surface B")]
    public void Surface_file(string description, int file, string openedBy) => Check(description, Terminal.SelectSurface, Surface, file, openedBy);

    [Theory]
    [InlineData("JPKI 0009 without PIN", "")]
    [InlineData("JPKI 0009 with both PINs", "both")]
    public void A_file_that_nothing_opens(string description, string pins)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        if (pins.Length > 0)
        {
            terminal.After(Terminal.VerifyAuthenticationPin, Terminal.VerifySignaturePin);
        }

        terminal.Send("00B0890000").ShouldBe("6982");
    }

    [Theory]
    [InlineData("JPKI", Terminal.SelectJpki, "0005 0010 0016 0019 001C 001E")]
    [InlineData("input support", Terminal.SelectInputSupport, "0010 001C 001E")]
    [InlineData("surface", Terminal.SelectSurface, "0014 0015 001C 001E")]
    [InlineData("common", Terminal.SelectCommon, "001E")]
    [InlineData("issuer", Terminal.SelectIssuer, "001E")]
    public void A_file_of_unknown_use_is_selectable_and_conflicts_with_every_command(string description, string application, string files)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(application);
        foreach (string file in files.Split(' '))
        {
            terminal.After("00A4020C02" + file);
            foreach (string command in (string[])["00B0000000", "00B2010400", "00200080", "0020008004" + "31323334", "0024018004" + "31323334", "803200800431323334", "802A008001AA00", "0088008001AA00", "00D6000001AA"])
            {
                terminal.Send(command).ShouldBe("6981", $"{file} {command[..8]}");
            }
        }
    }

    private static void Check(string description, string select, string[] values, int file, string openedBy)
    {
        string[] opened = openedBy.Split(", ");
        foreach (string value in values)
        {
            using Terminal terminal = new Terminal().After(select).Presenting(value);
            string answer = terminal.Send($"00B0{0x80 + file:X2}0001");
            answer.Length.ShouldBe(opened.Contains(value) ? 6 : 4, $"{description} with {value}");
            answer.ShouldEndWith(opened.Contains(value) ? "9000" : "6982", Case.Sensitive, $"{description} with {value}");
        }
    }
}
