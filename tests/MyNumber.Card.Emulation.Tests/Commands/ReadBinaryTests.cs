using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Tests.Commands;

public sealed class ReadBinaryTests
{
    private static readonly Dictionary<string, string> PresentedInVain = new()
    {
        ["user-authentication PIN"] = Terminal.VerifyAuthenticationPin,
        ["no PIN"] = "00200098",
    };

    private static readonly Dictionary<string, string?> Presented = new()
    {
        ["nothing presented"] = null,
        ["input-support PIN"] = "002000910433343536",
        ["matching number A"] = "002000940C313233343536373839303138",
        ["matching number B"] = "002000950E3032303430313230333431323334",
    };

    private static readonly Dictionary<string, string> NumberAnswers = new()
    {
        ["exactly all 17 bytes"] = "FF100C313233343536373839303138FFFF9000",
        ["Le 00 stops at the physical end"] = "FF100C313233343536373839303138FFFF9000",
        ["by short identifier"] = "FF100C313233343536373839303138FFFF9000",
        ["by short identifier with offset"] = "FFFF9000",
        ["extended Le of 17"] = "FF100C313233343536373839303138FFFF9000",
        ["extended Le of 65536"] = "FF100C313233343536373839303138FFFF9000",
        ["last byte"] = "FF9000",
        ["offset at the end"] = "6B00",
        ["largest offset"] = "6B00",
        ["short identifier with an offset at the end"] = "6B00",
    };

    [Theory]
    [InlineData("exactly all 17 bytes", "00B0000011")]
    [InlineData("Le 00 stops at the physical end", "00B0000000")]
    [InlineData("by short identifier", "00B0810011")]
    [InlineData("by short identifier with offset", "00B0810F00")]
    [InlineData("extended Le of 17", "00B00000000011")]
    [InlineData("extended Le of 65536", "00B00000000000")]
    [InlineData("last byte", "00B0001005")]
    [InlineData("offset at the end", "00B0001101")]
    [InlineData("largest offset", "00B07FFF00")]
    [InlineData("short identifier with an offset at the end", "00B0811100")]
    public void Of_the_number(string description, string command)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin, "00A4020C020001");
        terminal.Send(command).ShouldBe(NumberAnswers[description]);
    }

    [Fact]
    public void A_certificate_is_followed_by_filler_up_to_the_physical_size()
    {
        using Terminal terminal = Terminal.WithCertificates().After(Terminal.SelectJpki);
        string all = terminal.Send("00B08A00" + "00FFFF");
        all.Length.ShouldBe((2048 + 2) * 2);
        all.ShouldStartWith("308204AC3333");
        all[(1199 * 2)..(1201 * 2)].ShouldBe("33FF");
        all.ShouldEndWith("FFFF9000");
    }

    [Fact]
    public void A_read_across_the_end_answers_what_is_left()
    {
        using Terminal terminal = Terminal.WithCertificates(new EmulatedCardOptions { CertificateFileSize = 1210 }).After(Terminal.SelectJpki, "00A4020C02000A");
        terminal.Send("00B004AA00").ShouldBe("3333333333" + "33FFFFFFFFFFFFFFFFFFFF" + "9000");
        terminal.Send("00B004BA00").ShouldBe("6B00");
    }

    [Fact]
    public void A_short_le_of_zero_gives_at_most_256_bytes()
    {
        using Terminal terminal = Terminal.WithCertificates().After(Terminal.SelectJpki);
        terminal.Send("00B08A0000").Length.ShouldBe((256 + 2) * 2);
    }

    [Fact]
    public void An_extended_le_gives_exactly_that_many_bytes()
    {
        using Terminal terminal = Terminal.WithCertificates().After(Terminal.SelectJpki, "00A4020C02000A");
        terminal.Send("00B00000" + "0003F7").Length.ShouldBe((1015 + 2) * 2);
    }

    [Fact]
    public void A_longer_certificate_makes_the_file_grow_to_a_multiple_of_256()
    {
        using Terminal terminal = new(new EmulatedCardOptions { CertificateFileSize = 256 });
        terminal.Card.InstallCertificate(CardKeyPurpose.UserAuthentication, Terminal.FakeCertificate(0x33, 1025), Terminal.FakeCertificate(0x44, 256));
        terminal.After(Terminal.SelectJpki);
        terminal.Send("00B08A00" + "00FFFF").Length.ShouldBe((1280 + 2) * 2);
        terminal.Send("00B08B00" + "00FFFF").Length.ShouldBe((256 + 2) * 2);
    }

    [Fact]
    public void A_short_identifier_makes_its_file_current()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, "00B0860001");
        terminal.Send("00B0000004").ShouldBe("4A504B499000");
    }

    [Theory]
    [InlineData("nothing presented", "6982", "6982")]
    [InlineData("input-support PIN", "9000", "9000")]
    [InlineData("matching number A", "9000", "6982")]
    [InlineData("matching number B", "6982", "9000")]
    public void The_number_and_the_attributes_open_to(string description, string number, string attributes)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport);
        if (Presented[description] is string verify)
        {
            terminal.After(verify);
        }

        terminal.Send("00B0810011").ShouldEndWith(number);
        terminal.Send("00B0820007").ShouldEndWith(attributes);
    }

    [Theory]
    [InlineData("token information", "00B086000F", "4A504B49415049434354" + "4F4B454E32" + "9000")]
    [InlineData("certificate presence", "00B0880000", "8F8F009000")]
    [InlineData("user-authentication certificate", "00B08A0004", "308204AC9000")]
    [InlineData("user-authentication CA", "00B08B0004", "308203809000")]
    [InlineData("signature CA", "00B0820004", "308203E49000")]
    public void Nothing_needs_to_be_presented_for(string description, string command, string answer)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Terminal.WithCertificates().After(Terminal.SelectJpki);
        terminal.Send(command).ShouldBe(answer);
    }

    [Fact]
    public void The_application_information_is_free_and_256_bytes_long()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport);
        string answer = terminal.Send("00B0850000");
        answer.Length.ShouldBe((256 + 2) * 2);
        answer.ShouldStartWith("FF4082009FDF410401030E01DF421036303030303334080530303100000000DF43820080");
    }

    [Theory]
    [InlineData("user-authentication PIN")]
    [InlineData("no PIN")]
    public void The_signature_certificate_stays_closed_to(string description)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Terminal.WithCertificates().After(Terminal.SelectJpki);
        terminal.Send(PresentedInVain[description]);
        terminal.Send("00B0810000").ShouldBe("6982");
    }
}
