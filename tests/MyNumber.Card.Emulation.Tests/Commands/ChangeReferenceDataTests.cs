namespace MyNumber.Card.Emulation.Tests.Commands;

public sealed class ChangeReferenceDataTests
{
    [Fact]
    public void After_verify_the_new_pin_counts_and_the_old_one_does_not()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("002401980439383736").ShouldBe("9000");
        terminal.Send("002000980431323334").ShouldBe("63C2");
        terminal.Send("002000980439383736").ShouldBe("9000");
    }

    [Fact]
    public void The_new_pin_survives_a_power_cycle()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin, "00A4020C020011", "002401800439383736");
        terminal.Card.PowerOff();
        terminal.Card.PowerOn();
        terminal.After(Terminal.SelectInputSupport);
        terminal.Send("002000910439383736").ShouldBe("9000");
    }

    [Fact]
    public void The_other_pin_does_not_allow_it()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifySignaturePin);
        terminal.Send("002401980439383736").ShouldBe("6982");
        terminal.Send(Terminal.VerifyAuthenticationPin).ShouldBe("9000");
    }

    [Fact]
    public void A_wrong_attempt_in_between_forbids_it()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("002000980430303030").ShouldBe("63C2");
        terminal.Send("002401980439383736").ShouldBe("6982");
    }

    [Fact]
    public void Seventeen_bytes_change_nothing()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("00240198113132333400000000000000000000000000").ShouldBe("6700");
        terminal.Send(Terminal.VerifyAuthenticationPin).ShouldBe("9000");
    }

    [Fact]
    public void A_matching_number_cannot_be_changed()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, "002000940C313233343536373839303138");
        terminal.Send("002401940C303030303030303030303030").ShouldBe("6982");
    }
}
