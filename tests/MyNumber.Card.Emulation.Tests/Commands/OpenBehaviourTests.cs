namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>Each option in both positions, where no other test does it.</summary>
public sealed class OpenBehaviourTests
{
    private const string WrongBirthDate = "0020009106" + "303230343032";

    [Theory]
    [InlineData("with control information", true, "6F0C840AD392F0002601000000019000")]
    [InlineData("without", false, "9000")]
    public void Select_with_p2_00(string description, bool option, string answer)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new(new EmulatedCardOptions { SelectAnswersControlInformation = option });
        terminal.Send("00A404000AD392F00026010000000100").ShouldBe(answer);
    }

    [Theory]
    [InlineData("counter", false, "63C3")]
    [InlineData("success", true, "9000")]
    public void The_question_about_a_verified_reference_answers(string description, bool option, string answer)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal(new EmulatedCardOptions { VerifiedQueryAnswers9000 = option }).After(Terminal.SelectJpki);
        terminal.Send("00200098").ShouldBe("63C3");
        terminal.After(Terminal.VerifyAuthenticationPin);
        terminal.Send("00200098").ShouldBe(answer);
        terminal.Send("0020009B").ShouldBe("63C5");
        terminal.Send("0020009804" + "30303030").ShouldBe("63C2");
        terminal.Send("00200098").ShouldBe("63C2");
    }

    [Theory]
    [InlineData("four bytes", false, "63C3", "6700")]
    [InlineData("five bytes", true, "6700", "63C3")]
    public void The_question_has(string description, bool option, string four, string five)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal(new EmulatedCardOptions { QueryNeedsExpectedLength = option }).After(Terminal.SelectJpki);
        terminal.Send("00200098").ShouldBe(four);
        terminal.Send("0020009800").ShouldBe(five);
        terminal.After(Terminal.VerifyAuthenticationPin);
        terminal.Send(Terminal.VerifyAuthenticationPin + "00").ShouldBe("6700");
    }

    [Theory]
    [InlineData("ten tries", 10, "63CA", "63C9")]
    [InlineData("three tries", 3, "63C3", "63C2")]
    [InlineData("no limit", 0, "6300", "6300")]
    public void The_birth_date_has(string description, int tries, string query, string wrong)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal(new EmulatedCardOptions { BirthDateTries = tries }).After(Terminal.SelectSurface);
        terminal.Send("00200091").ShouldBe(query);
        terminal.Send(WrongBirthDate).ShouldBe(wrong);
        terminal.Send("00B0810004").ShouldBe("6982");
        terminal.Presenting("surface birth date").Send("00200091").ShouldBe(query);
    }

    [Fact]
    public void Without_limit_nothing_is_ever_blocked()
    {
        using Terminal terminal = new Terminal(new EmulatedCardOptions { BirthDateTries = 0 }).After(Terminal.SelectSurface);
        for (int i = 0; i < 40; i++)
        {
            terminal.Send(WrongBirthDate).ShouldBe("6300");
        }

        terminal.Presenting("surface birth date");
    }

    [Theory]
    [InlineData("text A", Terminal.SelectInputSupport, "94")]
    [InlineData("text B", Terminal.SelectInputSupport, "95")]
    [InlineData("surface A", Terminal.SelectSurface, "93")]
    [InlineData("surface B", Terminal.SelectSurface, "92")]
    public void Matching_numbers_have_the_tries_of_the_option_in_both_applications(string description, string select, string reference)
    {
        description.ShouldNotBeEmpty();
        using Terminal three = new Terminal(new EmulatedCardOptions { MatchingNumberTries = 3 }).After(select);
        three.Send("002000" + reference).ShouldBe("63C3");
        using Terminal ten = new Terminal().After(select);
        ten.Send("002000" + reference).ShouldBe("63CA");
    }

    [Theory]
    [InlineData("birth date below no limit", -1, 16384)]
    [InlineData("birth date with sixteen tries", 16, 16384)]
    [InlineData("negative free area", 10, -1)]
    [InlineData("free area beyond 32,768", 10, 32769)]
    public void An_option_outside_its_range_stops_the_personalisation(string description, int tries, int size)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => new Terminal(new EmulatedCardOptions { BirthDateTries = tries, FreeAreaSize = size }));
    }

    [Fact]
    public void A_way_to_show_a_missing_certificate_that_does_not_exist_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Terminal(new EmulatedCardOptions { MissingSignatureCertificate = (MissingCertificate)2 }));
}
