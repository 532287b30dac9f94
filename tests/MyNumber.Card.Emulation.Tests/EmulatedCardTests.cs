using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Emulation.Tests;

public sealed class EmulatedCardTests
{
    [Fact]
    public void The_answer_to_reset_is_the_common_one_of_the_contact_card()
    {
        using Terminal terminal = new();
        Convert.ToHexString(terminal.Card.AnswerToReset.Span).ShouldBe("3BE000FF8131FE4514");
    }

    [Fact]
    public void The_answer_to_reset_is_an_option()
    {
        using Terminal terminal = new(new EmulatedCardOptions { AnswerToReset = Convert.FromHexString("3B8880010000" + "05E0B381A1007F") });
        Convert.ToHexString(terminal.Card.AnswerToReset.Span).ShouldBe("3B888001000005E0B381A1007F");
    }

    [Fact]
    public void Without_power_there_is_no_answer()
    {
        using Terminal terminal = new();
        terminal.Card.PowerOff();
        Should.Throw<InvalidOperationException>(() => terminal.Send(Terminal.SelectJpki));
        Should.Throw<InvalidOperationException>(terminal.Card.WarmReset);
    }

    [Fact]
    public void A_disposed_card_takes_no_power()
    {
        Terminal terminal = new();
        terminal.Dispose();
        Should.Throw<ObjectDisposedException>(terminal.Card.PowerOn);
    }

    [Theory]
    [InlineData("no room for a status word", 1)]
    [InlineData("no room for the data", 10)]
    [InlineData("one byte short", 18)]
    public void A_short_response_buffer_is_the_callers_mistake(string description, int length)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        Should.Throw<ArgumentException>(() => terminal.Card.Process([0x00, 0xB0, 0x81, 0x00, 0x11], new byte[length]));
    }

    [Fact]
    public void The_first_command_after_power_on_fails_when_the_option_says_so()
    {
        using Terminal terminal = new(new EmulatedCardOptions { FirstCommandAnswers6F00 = true });
        terminal.Send(Terminal.SelectJpki).ShouldBe("6F00");
        terminal.Send(Terminal.SelectJpki).ShouldBe("9000");
        terminal.Card.WarmReset();
        terminal.Send(Terminal.SelectJpki).ShouldBe("9000");
        terminal.Card.PowerOff();
        terminal.Card.PowerOn();
        terminal.Send(Terminal.SelectJpki).ShouldBe("6F00");
    }

    [Theory]
    [InlineData("no certificate", false, false, "0000009000")]
    [InlineData("user authentication only", false, true, "008F009000")]
    [InlineData("signature only", true, false, "8F00009000")]
    [InlineData("both", true, true, "8F8F009000")]
    public void Ef_0008_tells_which_certificates_are_present(string description, bool signature, bool authentication, string answer)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new();
        byte[] certificate = Terminal.FakeCertificate(0x11, 300);
        if (signature)
        {
            terminal.Card.InstallCertificate(CardKeyPurpose.Signature, certificate, certificate);
        }

        if (authentication)
        {
            terminal.Card.InstallCertificate(CardKeyPurpose.UserAuthentication, certificate, certificate);
        }

        terminal.After(Terminal.SelectJpki).Send("00B0880000").ShouldBe(answer);
    }

    [Fact]
    public void Before_the_certificate_comes_its_file_is_blank()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        terminal.Send("00B08A0004").ShouldBe("FFFFFFFF9000");
    }

    [Fact]
    public void An_empty_or_endless_certificate_is_not_taken()
    {
        using Terminal terminal = new();
        byte[] good = Terminal.FakeCertificate(0x11, 300);
        Should.Throw<ArgumentException>(() => terminal.Card.InstallCertificate(CardKeyPurpose.Signature, [], good));
        Should.Throw<ArgumentException>(() => terminal.Card.InstallCertificate(CardKeyPurpose.Signature, good, new byte[0x8001]));
        terminal.After(Terminal.SelectJpki).Send("00B0880000").ShouldBe("0000009000");
    }

    [Fact]
    public void A_card_without_signature_certificate_has_neither_its_key_nor_its_pin()
    {
        using Terminal terminal = new(profile: CardProfile.WithoutSignatureCertificate);
        byte[] certificate = Terminal.FakeCertificate(0x11, 300);
        terminal.Card.InstallCertificate(CardKeyPurpose.UserAuthentication, certificate, certificate);
        Should.Throw<InvalidOperationException>(() => terminal.Card.GetPublicKey(CardKeyPurpose.Signature));
        Should.Throw<InvalidOperationException>(() => terminal.Card.InstallCertificate(CardKeyPurpose.Signature, certificate, certificate));
        terminal.After(Terminal.SelectJpki);
        terminal.Send("00B0880000").ShouldBe("008F009000");
        terminal.Send("00A4020C02001A").ShouldBe("6A82");
        terminal.Send("00A4020C02001B").ShouldBe("6A82");
        terminal.Send("00A4020C020001").ShouldBe("9000");
        terminal.Send("00B0000004").ShouldBe("6982");
    }

    [Fact]
    public void A_key_of_another_size_is_not_taken()
    {
        using RSA key = RSA.Create(1024);
        Should.Throw<ArgumentException>(() => new EmulatedCardBuilder(CardPerson.Sample).WithKey(CardKeyPurpose.Signature, key).Build());
    }

    [Fact]
    public void A_key_without_private_part_is_not_taken()
    {
        using RSA pair = LabKeyPool.Load(0);
        using RSA key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(pair.ExportSubjectPublicKeyInfo(), out _);
        Should.Throw<ArgumentException>(() => new EmulatedCardBuilder(CardPerson.Sample).WithKey(CardKeyPurpose.UserAuthentication, key).Build());
    }

    [Fact]
    public void Without_a_given_key_the_card_makes_its_own()
    {
        using EmulatedCard card = new EmulatedCardBuilder(CardPerson.Sample).WithProfile(CardProfile.WithoutSignatureCertificate).Build();
        using RSA key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(card.GetPublicKey(CardKeyPurpose.UserAuthentication), out _);
        key.KeySize.ShouldBe(2048);
    }

    [Fact]
    public void A_given_key_stays_the_callers()
    {
        using RSA key = LabKeyPool.Load(5);
        EmulatedCardBuilder builder = new EmulatedCardBuilder(CardPerson.Sample)
            .WithKey(CardKeyPurpose.UserAuthentication, key)
            .WithProfile(CardProfile.WithoutSignatureCertificate);
        builder.Build().Dispose();
        using EmulatedCard second = builder.Build();
        second.GetPublicKey(CardKeyPurpose.UserAuthentication).ShouldBe(key.ExportSubjectPublicKeyInfo());
    }

    [Fact]
    public void A_missing_pin_stops_the_personalisation()
    {
        CardPerson sample = CardPerson.Sample;
        CardPerson person = new(sample.Attributes, sample.Number, new CardPins(null, "1234", null, "1234"), sample.Face);
        using RSA key = LabKeyPool.Load(0);
        EmulatedCardBuilder builder = new EmulatedCardBuilder(person).WithKey(CardKeyPurpose.UserAuthentication, key).WithKey(CardKeyPurpose.Signature, key);
        Should.Throw<InvalidOperationException>(() => builder.Build()).Message.ShouldContain("jpki/001B");
    }

    [Theory]
    [InlineData("no tries", 0, 2048)]
    [InlineData("more tries than 63Cx can tell", 16, 2048)]
    [InlineData("no certificate file", 10, 0)]
    [InlineData("certificate file beyond READ BINARY", 10, 0x8001)]
    public void An_option_outside_its_range_stops_the_personalisation(string description, int tries, int size)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => new Terminal(new EmulatedCardOptions { MatchingNumberTries = tries, CertificateFileSize = size }));
    }

    [Fact]
    public void No_public_member_gives_a_private_key_or_a_pin_away()
    {
        foreach (Type type in typeof(EmulatedCard).Assembly.GetExportedTypes())
        {
            type.GetMembers().ShouldAllBe(member => !member.Name.Contains("Private", StringComparison.OrdinalIgnoreCase));
            type.GetMethods().ShouldAllBe(method => method.ReturnType != typeof(RSA) && method.ReturnType != typeof(RSAParameters));
        }
    }
}
