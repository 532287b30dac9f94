namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>OpenSC 0.23 lets other drivers try the card before its own; one 9000 here would hand the card to a foreign driver.</summary>
public sealed class DriverProbeTests
{
    private static readonly string[] Preamble =
    [
        "00 A4 04 00 07 62 76 01 FF 00 00 00",
        "00 A4 04 00 06 A0 00 00 00 01 01",
        "00 A4 04 00 0B E8 2B 06 01 04 01 81 C3 1F 02 01 00",
        "00 A4 04 0C 0F D2 33 00 00 00 45 73 74 45 49 44 20 76 33 35",
        "00 CA DF 30 05",
        "00 CB 3F FF 03 5C 01 7E 08",
        "00 A4 04 00 09 A0 00 00 03 08 00 00 10 00 00",
        "00 A4 04 00 09 A0 00 00 03 08 00 00 10 00 00",
        "00 A4 04 0C 07 A0 00 00 01 16 DB 00 00",
        "00 A4 04 0C 07 A0 00 00 00 79 10 00 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 00 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 01 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 02 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 03 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 04 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 05 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 06 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 07 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 08 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 09 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 0A 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 0B 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 0C 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 0D 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 0E 00",
        "00 A4 04 0C 07 A0 00 00 00 79 01 0F 00",
        "00 A4 04 00 0C F2 76 A2 88 BC FB A6 9D 34 F3 10 01",
        "00 A4 04 00 09 A0 00 00 03 97 42 54 46 59 00",
        "00 A4 04 00 06 D2 76 00 01 24 01 00",
    ];

    [Fact]
    public void Every_foreign_probe_is_refused()
    {
        using Terminal terminal = new();
        Preamble.Length.ShouldBe(29);
        foreach (string command in Preamble)
        {
            terminal.Send(command).ShouldBe(command[..5] switch { "00 A4" => "6A82", "00 CA" => "6A88", _ => "6D00" });
        }
    }

    [Fact]
    public void The_card_still_answers_its_own_driver_afterwards()
    {
        using Terminal terminal = new();
        foreach (string command in Preamble)
        {
            terminal.Send(command);
        }

        terminal.Send(Terminal.SelectJpki).ShouldBe("9000");
    }

    [Fact]
    public void A_foreign_probe_in_mid_session_leaves_the_session_as_it_was()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        foreach (string command in Preamble)
        {
            terminal.Send(command).Length.ShouldBe(4);
        }

        terminal.Send("802A009701" + "AA" + "00").ShouldEndWith("9000");
    }
}
