using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Tests;

/// <summary>The counter's hand on the PINs; what it sets is presented by command bytes.</summary>
public sealed class EmulatedCardPinsTests
{
    private const string VerifyOther = "0020009104" + "39383736";
    private static readonly CardPins Other = new(null, null, null, "9876");

    [Fact]
    public void A_blocked_pin_gets_a_new_value_and_all_its_tries()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport);
        for (int i = 0; i < 4; i++)
        {
            terminal.Send(VerifyOther);
        }

        terminal.Send(Terminal.VerifyInputSupportPin).ShouldBe("6984");
        terminal.Card.SetPins(Other);
        terminal.Send("00200091").ShouldBe("63C3");
        terminal.Send(Terminal.VerifyInputSupportPin).ShouldBe("63C2");
        terminal.After(VerifyOther);
    }

    [Fact]
    public void A_pin_that_was_open_is_closed()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        terminal.ReadFile(1).ShouldNotBeEmpty();
        terminal.Card.SetPins(Other);
        terminal.Send("00B0810000").ShouldBe("6982");
    }

    [Fact]
    public void Pins_that_are_not_given_stay()
    {
        using Terminal terminal = new Terminal();
        terminal.Card.SetPins(Other);
        terminal.After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin, Terminal.VerifySignaturePin);
    }

    [Theory]
    [InlineData("in the residence application", Terminal.SelectResidence)]
    [InlineData("in the common application", Terminal.SelectCommon)]
    public void The_residence_pin_is_set_in_both_halves(string description, string select)
    {
        using Terminal terminal = new Terminal();
        terminal.Card.SetPins(new CardPins(null, null, "8642", null));
        terminal.After(select);
        terminal.Send("0020009C0438363432").ShouldBe("9000", description);
    }

    [Fact]
    public void What_was_set_survives_saving()
    {
        using Terminal before = new Terminal();
        before.Card.SetPins(Other);
        using Terminal after = new(EmulatedCard.Restore(before.Card.SaveState()));
        after.Card.SetPins(new CardPins("NEW123", null, null, null));
        after.After(Terminal.SelectInputSupport, VerifyOther, Terminal.SelectJpki, "0020009B06" + "4E4557313233");
    }

    [Fact]
    public void A_pin_without_a_place_is_refused_and_nothing_is_set()
    {
        using Terminal terminal = new(profile: CardProfile.WithoutSignatureCertificate);
        Should.Throw<InvalidOperationException>(() => terminal.Card.SetPins(new CardPins("NEW123", "9876", null, null)));
        terminal.After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
    }

    [Fact]
    public void A_card_without_pins_takes_none()
    {
        using Terminal terminal = new(profile: CardProfile.WithoutPins);
        Should.Throw<InvalidOperationException>(() => terminal.Card.SetPins(Other));
    }

    [Fact]
    public void A_disposed_card_and_no_pins_are_refused()
    {
        Terminal terminal = new();
        Should.Throw<ArgumentNullException>(() => terminal.Card.SetPins(null!));
        terminal.Dispose();
        Should.Throw<ObjectDisposedException>(() => terminal.Card.SetPins(Other));
    }
}
