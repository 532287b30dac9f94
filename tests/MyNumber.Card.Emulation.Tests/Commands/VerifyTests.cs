namespace MyNumber.Card.Emulation.Tests.Commands;

public sealed class VerifyTests
{
    private static readonly Dictionary<string, string> OtherLengths = new()
    {
        ["shorter"] = "0020009803313233",
        ["longer by a zero"] = "00200098053132333400",
        ["sixteen bytes"] = "002000981031323334000000000000000000000000",
    };

    [Theory]
    [InlineData("user authentication", Terminal.SelectJpki, "00200098", "63C3")]
    [InlineData("signature", Terminal.SelectJpki, "0020009B", "63C5")]
    [InlineData("input support", Terminal.SelectInputSupport, "00200091", "63C3")]
    [InlineData("matching number A", Terminal.SelectInputSupport, "00200094", "63CA")]
    [InlineData("matching number B", Terminal.SelectInputSupport, "00200095", "63CA")]
    public void The_query_tells_the_tries_without_spending_one(string description, string select, string query, string answer)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(select);
        terminal.Send(query).ShouldBe(answer);
        terminal.Send(query).ShouldBe(answer);
    }

    [Fact]
    public void A_verified_pin_still_answers_its_tries()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("00200098").ShouldBe("63C3");
    }

    [Fact]
    public void The_right_pin_restores_the_tries()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        terminal.Send("002000980430303030").ShouldBe("63C2");
        terminal.Send("002000980430303030").ShouldBe("63C1");
        terminal.Send(Terminal.VerifyAuthenticationPin).ShouldBe("9000");
        terminal.Send("00200098").ShouldBe("63C3");
    }

    [Fact]
    public void A_wrong_pin_takes_the_verified_state_away()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("002000980430303030").ShouldBe("63C2");
        terminal.Send("802A009701AA00").ShouldBe("6982");
    }

    [Fact]
    public void One_pin_does_not_count_on_another()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        terminal.Send("002000980430303030").ShouldBe("63C2");
        terminal.Send("0020009B").ShouldBe("63C5");
    }

    [Fact]
    public void The_signature_password_is_not_folded_to_capitals()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        terminal.Send("0020009B086162633132333435").ShouldBe("63C4");
    }

    [Theory]
    [InlineData("shorter")]
    [InlineData("longer by a zero")]
    [InlineData("sixteen bytes")]
    public void A_value_of_another_length_spends_a_try(string description)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        terminal.Send(OtherLengths[description]).ShouldBe("63C2");
    }

    [Fact]
    public void A_value_of_another_length_spends_nothing_when_the_option_says_so()
    {
        using Terminal terminal = new Terminal(new EmulatedCardOptions { WrongLengthSpendsTry = false }).After(Terminal.SelectJpki);
        terminal.Send("0020009803313233").ShouldBe("6700");
        terminal.Send("00200098").ShouldBe("63C3");
    }

    [Fact]
    public void Seventeen_bytes_spend_nothing()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        terminal.Send("00200098113132333400000000000000000000000000").ShouldBe("6700");
        terminal.Send("00200098").ShouldBe("63C3");
    }

    [Fact]
    public void A_blocked_pin_answers_6983_when_the_option_says_so()
    {
        using Terminal terminal = Blocked(new EmulatedCardOptions { BlockedAnswers6983 = true });
        terminal.Send(Terminal.VerifyAuthenticationPin).ShouldBe("6983");
        terminal.Send("00200098").ShouldBe("63C0");
    }

    [Fact]
    public void A_blocked_pin_stays_blocked_over_reset_and_power_cycle()
    {
        using Terminal terminal = Blocked(EmulatedCardOptions.Default);
        terminal.Card.WarmReset();
        terminal.After(Terminal.SelectJpki);
        terminal.Send(Terminal.VerifyAuthenticationPin).ShouldBe("6984");
        terminal.Card.PowerOff();
        terminal.Card.PowerOn();
        terminal.After(Terminal.SelectJpki);
        terminal.Send(Terminal.VerifyAuthenticationPin).ShouldBe("6984");
        terminal.Send("00200098").ShouldBe("63C0");
    }

    [Fact]
    public void Spent_tries_stay_spent_over_a_power_cycle()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        terminal.Send("0020009B0641424331323334").ShouldBe("6700");
        terminal.Send("0020009B06414243313233").ShouldBe("63C4");
        terminal.Card.PowerOff();
        terminal.Card.PowerOn();
        terminal.After(Terminal.SelectJpki);
        terminal.Send("0020009B").ShouldBe("63C4");
    }

    [Fact]
    public void Power_down_forgets_the_verified_pin()
    {
        using Terminal terminal = new Terminal(new EmulatedCardOptions { SelectClearsVerified = false })
            .After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Card.PowerOff();
        terminal.Card.PowerOn();
        terminal.After(Terminal.SelectJpki);
        terminal.Send("802A009701AA00").ShouldBe("6982");
    }

    [Theory]
    [InlineData("by default the PIN stays verified", false, true)]
    [InlineData("with the option it is forgotten", true, false)]
    public void A_warm_reset(string description, bool clears, bool staysVerified)
    {
        description.ShouldNotBeEmpty();
        EmulatedCardOptions options = new() { SelectClearsVerified = false, WarmResetClearsVerified = clears };
        using Terminal terminal = new Terminal(options).After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Card.WarmReset();
        terminal.Send("00A4020C020017").ShouldBe("6A82");
        terminal.After(Terminal.SelectJpki);
        terminal.Send("802A009701AA00").ShouldEndWith(staysVerified ? "9000" : "6982");
    }

    [Fact]
    public void Matching_numbers_have_three_tries_when_the_option_says_so()
    {
        using Terminal terminal = new Terminal(new EmulatedCardOptions { MatchingNumberTries = 3 }).After(Terminal.SelectInputSupport);
        terminal.Send("00200094").ShouldBe("63C3");
        terminal.Send("002000940C303030303030303030303030").ShouldBe("63C2");
    }

    private static Terminal Blocked(EmulatedCardOptions options)
    {
        Terminal terminal = new Terminal(options).After(Terminal.SelectJpki);
        terminal.Send("002000980430303030").ShouldBe("63C2");
        terminal.Send("002000980430303030").ShouldBe("63C1");
        terminal.Send("002000980430303030").ShouldBe("63C0");
        return terminal;
    }
}
