using MyNumber.Card.Emulation.Decisions;

namespace MyNumber.Card.Emulation.Tests.Decisions;

public sealed class DecisionLogTests
{
    private static readonly Dictionary<string, string> Commands = new()
    {
        ["closed certificate"] = "00B0810004",
        ["key without PIN"] = "802A009701AA00",
        ["free file"] = "00B0860004",
        ["wrong PIN"] = "002000980430303030",
        ["missing file"] = "00A4020C02001F",
        ["unknown instruction"] = "00FF0000",
        ["wrong kind"] = "00B0980000",
        ["no command at all"] = "00",
    };

    [Theory]
    [InlineData("closed certificate", "READ BINARY", "jpki/0001", "access", "verified 001B", 0x6982)]
    [InlineData("key without PIN", "COMPUTE DIGITAL SIGNATURE", "jpki/0017", "access", "verified 0018", 0x6982)]
    [InlineData("free file", "READ BINARY", "jpki/0006", "action", "always", 0x9000)]
    [InlineData("wrong PIN", "VERIFY", "jpki/0018", "action", "always", 0x63C2)]
    [InlineData("missing file", "SELECT", "jpki", "action", "", 0x6A82)]
    [InlineData("unknown instruction", "(none)", "jpki", "instruction", "", 0x6D00)]
    [InlineData("wrong kind", "READ BINARY", "jpki/0018", "kind", "", 0x6981)]
    [InlineData("no command at all", "(none)", "jpki", "form", "", 0x6700)]
    public void Tells_who_decided_and_by_which_rule(string description, string name, string target, string check, string rule, int status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        terminal.Send(Commands[description]);
        terminal.Card.Decisions[^1].ShouldBe(new Decision(name, target, check, rule, (ushort)status));
    }

    [Fact]
    public void A_decision_reads_as_one_line()
    {
        new Decision("READ BINARY", "jpki/0001", "access", "verified 001B", 0x6982).ToString().ShouldBe("READ BINARY jpki/0001: 6982 by access (verified 001B)");
    }

    [Fact]
    public void No_pin_number_attribute_or_content_is_in_the_log()
    {
        using Terminal terminal = Terminal.WithCertificates().After(
            Terminal.SelectJpki, Terminal.VerifyAuthenticationPin, Terminal.VerifySignaturePin, "00B0810000", "002401980439383736",
            Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin, "00B0810011", "00B0820000", "002000940C313233343536373839303138");
        terminal.Send("002000910437373737");
        string all = string.Join('\n', terminal.Card.Decisions);
        foreach (string secret in new[] { "1234", "ABC12345", "9876", "3456", "7777", "123456789018", "見本", "31323334", "FF10", "3082" })
        {
            all.ShouldNotContain(secret);
        }
    }

    [Fact]
    public void The_log_keeps_the_latest_512()
    {
        using Terminal terminal = new();
        for (int i = 0; i < 600; i++)
        {
            terminal.Send("00FF0000");
        }

        terminal.Send(Terminal.SelectJpki);
        terminal.Card.Decisions.Count.ShouldBe(512);
        terminal.Card.Decisions[0].StatusWord.ShouldBe((ushort)0x6D00);
        terminal.Card.Decisions[^1].IsRefusal.ShouldBeFalse();
    }

    [Fact]
    public void A_sink_sees_each_decision()
    {
        List<ushort> seen = [];
        using Terminal terminal = new(new EmulatedCardOptions { OnDecision = decision => seen.Add(decision.StatusWord) });
        terminal.Send(Terminal.SelectJpki);
        terminal.Send("00A4020C02001F");
        seen.ShouldBe([0x9000, 0x6A82]);
    }
}
