using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class TokenKindTests
{
    [Theory]
    [InlineData("individual-number-card", "JPKIAPICCTOKEN2")]
    [InlineData("card-without-signature-certificate", "JPKIAPICCTOKEN2")]
    [InlineData("card-without-pins", "JPKIAPICCTOKEN2")]
    [InlineData("android-secure-element", "JPKIAPGPSETOKEN")]
    [InlineData("resident-card", "JPKIAPICCTOKEN")]
    public void The_label_tells_the_kind(string name, string label)
    {
        using Terminal terminal = Make(name).After(Terminal.SelectJpki);
        byte[] info = terminal.ReadFile(6);
        info.Length.ShouldBe(160);
        Encoding.ASCII.GetString(info, 0, 32).ShouldBe(label.PadRight(32));
    }

    [Theory]
    [InlineData("individual-number-card", "9000", "9000", "9000", "9000")]
    [InlineData("card-without-signature-certificate", "9000", "9000", "9000", "9000")]
    [InlineData("card-without-pins", "9000", "9000", "9000", "9000")]
    [InlineData("android-secure-element", "6A82", "6A82", "6A82", "6A82")]
    [InlineData("resident-card", "6A82", "6A82", "6A82", "6A82")]
    public void Applications_beside_jpki(string name, string inputSupport, string surface, string residence, string common)
    {
        using Terminal terminal = Make(name);
        terminal.Send(Terminal.SelectInputSupport).ShouldBe(inputSupport);
        terminal.Send(Terminal.SelectSurface).ShouldBe(surface);
        terminal.Send(Terminal.SelectResidence).ShouldBe(residence);
        terminal.Send(Terminal.SelectCommon).ShouldBe(common);
    }

    [Fact]
    public void The_phone_tells_its_certificate_only_after_the_pin()
    {
        using Terminal terminal = Make("android-secure-element").After(Terminal.SelectJpki);
        terminal.Send("00B08A0004").ShouldBe("6982");
        terminal.Send("00B08B0004").ShouldBe("FFFFFFFF9000");
        terminal.After(Terminal.VerifySignaturePin);
        terminal.Send("00B08A0004").ShouldBe("6982");
        terminal.After(Terminal.VerifyAuthenticationPin);
        terminal.Send("00B08A0004").ShouldBe("FFFFFFFF9000");
    }

    [Theory]
    [InlineData("user authentication", Terminal.SelectJpki, "98")]
    [InlineData("input support", Terminal.SelectInputSupport, "91")]
    [InlineData("residence in the common application", Terminal.SelectCommon, "9C")]
    [InlineData("residence", Terminal.SelectResidence, "9C")]
    public void A_card_without_pins_has_blocked_references(string description, string select, string reference)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Make("card-without-pins").After(select);
        terminal.Send("002000" + reference).ShouldBe("63C0");
        terminal.Send("002000" + reference + "0100").ShouldBe("6984");
    }

    [Fact]
    public void A_card_without_pins_still_opens_by_what_is_printed_on_it()
    {
        using Terminal terminal = Make("card-without-pins").After(Terminal.SelectSurface).Presenting("surface B");
        terminal.Send("00B0820003").ShouldBe("FF20829000");
        terminal.After(Terminal.SelectJpki).Send("802A009701AA00").ShouldBe("6982");
    }

    [Fact]
    public void A_resident_card_has_no_user_authentication()
    {
        using Terminal terminal = Make("resident-card").After(Terminal.SelectJpki, Terminal.VerifySignaturePin);
        terminal.Send("00A4020C020017").ShouldBe("6A82");
        terminal.Send("00B08A0004").ShouldBe("6A82");
        terminal.Send("802A009A01AA00").ShouldEndWith("9000");
    }

    [Theory]
    [InlineData("can be selected and not read", MissingCertificate.CannotBeRead, "9000", "6982")]
    [InlineData("is absent", MissingCertificate.IsAbsent, "6A82", "6A82")]
    public void A_missing_signature_certificate(string description, MissingCertificate option, string select, string read)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new(new EmulatedCardOptions { MissingSignatureCertificate = option }, CardProfile.WithoutSignatureCertificate);
        terminal.After(Terminal.SelectJpki);
        terminal.Send("00A4020C020001").ShouldBe(select);
        terminal.Send("00B0810004").ShouldBe(read);
    }

    [Fact]
    public void A_card_that_has_the_certificate_keeps_its_file_under_the_option()
    {
        using Terminal terminal = new(new EmulatedCardOptions { MissingSignatureCertificate = MissingCertificate.IsAbsent });
        terminal.After(Terminal.SelectJpki).Send("00A4020C020001").ShouldBe("9000");
    }

    [Theory]
    [InlineData(CardKeyPurpose.InputSupport)]
    [InlineData(CardKeyPurpose.Surface)]
    [InlineData(CardKeyPurpose.Common)]
    [InlineData(CardKeyPurpose.SessionTransport)]
    public void A_key_of_the_card_can_be_given_and_takes_no_certificate(CardKeyPurpose purpose)
    {
        using RSA own = LabKeyPool.Load(7), login = LabKeyPool.Load(8);
        using EmulatedCard card = new EmulatedCardBuilder(CardPerson.Sample)
            .WithProfile(CardProfile.WithoutSignatureCertificate)
            .WithKey(CardKeyPurpose.UserAuthentication, login)
            .WithKey(purpose, own)
            .Build();
        card.GetPublicKey(purpose).ShouldBe(own.ExportSubjectPublicKeyInfo());
        Should.Throw<ArgumentOutOfRangeException>(() => card.InstallCertificate(purpose, [1], [1]));
    }

    private static Terminal Make(string name) => new(profile: CardProfile.All.Single(profile => profile.Name == name));
}
