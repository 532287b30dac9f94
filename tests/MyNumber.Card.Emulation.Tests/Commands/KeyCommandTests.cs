using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>INTERNAL AUTHENTICATE, CHANGE KEY and SET PUBLIC IC KEY.</summary>
public sealed class KeyCommandTests
{
    [Fact]
    public void The_common_key_signs_a_challenge_without_pin_and_always_alike()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectCommon);
        string first = terminal.Data("0088009903" + "616263" + "00");
        terminal.Data("0088008003" + "616263" + "00").ShouldBe(first);
        using RSA key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(terminal.Card.GetPublicKey(CardKeyPurpose.Common), out _);
        key.VerifyData("abc"u8, Convert.FromHexString(first), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
    }

    [Theory]
    [InlineData("user-authentication key", Terminal.SelectJpki, "008800970100" + "00", "6982")]
    [InlineData("signature key", Terminal.SelectJpki, "0088009A0100" + "00", "6982")]
    [InlineData("surface key", Terminal.SelectSurface, "0088009A0100" + "00", "6985")]
    [InlineData("input-support key", Terminal.SelectInputSupport, "008800930100" + "00", "6985")]
    [InlineData("PIN file", Terminal.SelectCommon, "0088009C0100" + "00", "6981")]
    [InlineData("record file", Terminal.SelectCommon, "008800810100" + "00", "6981")]
    [InlineData("missing file", Terminal.SelectCommon, "0088009D0100" + "00", "6A82")]
    [InlineData("no current file", Terminal.SelectCommon, "008800800100" + "00", "6986")]
    [InlineData("P2 00", Terminal.SelectCommon, "008800000100" + "00", "6A86")]
    [InlineData("P1 01", Terminal.SelectCommon, "008801990100" + "00", "6A86")]
    [InlineData("no challenge", Terminal.SelectCommon, "0088009900", "6700")]
    [InlineData("no Le", Terminal.SelectCommon, "008800990100", "6700")]
    [InlineData("Le below 256", Terminal.SelectCommon, "008800990100" + "FF", "6700")]
    public void Internal_authenticate_is_refused(string description, string select, string command, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(select);
        terminal.Send(command).ShouldBe(status);
    }

    [Fact]
    public void A_challenge_of_256_bytes_is_too_long()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectCommon);
        terminal.Send("00880099" + "0000FF" + new string('A', 510) + "0000").ShouldEndWith("9000");
        terminal.Send("00880099" + "000100" + new string('A', 512) + "0000").ShouldBe("6700");
    }

    [Fact]
    public void A_verified_pin_does_not_open_internal_authenticate()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("008800970100" + "00").ShouldBe("6982");
    }

    [Theory]
    [InlineData("common", Terminal.SelectCommon, Terminal.SelectResidence)]
    [InlineData("residence", Terminal.SelectResidence, Terminal.SelectCommon)]
    public void The_residence_pin_is_changed_in_each_application_by_itself(string description, string select, string other)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(select).Presenting("residence PIN").After("8032009C04" + "39383736", select, "0020009C04" + "39383736");
        terminal.After(other);
        terminal.Send("0020009C04" + "39383736").ShouldBe("63C2");
        terminal.Presenting("residence PIN");
    }

    [Theory]
    [InlineData("before the PIN", "8032009C03" + "393837", "6982")]
    [InlineData("by CHANGE REFERENCE DATA", "0024019C03" + "393837", "6982")]
    [InlineData("old and new", "8032019C03" + "393837", "6A86")]
    [InlineData("of the global reference", "8032000003" + "393837", "6A86")]
    [InlineData("without data", "8032009C", "6700")]
    [InlineData("with Le", "8032009C03" + "393837" + "00", "6700")]
    [InlineData("in the standard class", "0032009C03" + "393837", "6D00")]
    [InlineData("of a record file", "8032008103" + "393837", "6981")]
    [InlineData("of a missing file", "8032009D03" + "393837", "6A82")]
    public void Change_key_is_refused(string description, string command, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectCommon);
        terminal.Send(command).ShouldBe(status);
    }

    [Fact]
    public void Change_key_takes_no_more_than_sixteen_bytes()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectCommon).Presenting("residence PIN");
        terminal.Send("8032009C11" + new string('3', 34)).ShouldBe("6700");
        terminal.Send("0024019C03" + "393837").ShouldBe("6982");
    }

    [Fact]
    public void Change_key_changes_no_jpki_pin()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("8032009804" + "39383736").ShouldBe("6982");
    }

    [Theory]
    [InlineData("first piece of a capture", "80A206C101AA", "6985")]
    [InlineData("second piece of a capture", "80A200C101AA", "6985")]
    [InlineData("P1P2 0000", "80A2000001AA", "6A86")]
    [InlineData("P1P2 00AE", "80A200AE01AA", "6A86")]
    [InlineData("P1P2 8000", "80A2800001AA", "6A86")]
    [InlineData("P1P2 00B6", "80A200B601AA", "6A86")]
    [InlineData("no data", "80A206C1", "6700")]
    public void No_terminal_certificate_is_taken(string description, string command, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        terminal.Send(command).ShouldBe(status);
    }
}
