using static MyNumber.Card.Emulation.Tests.Commands.SecureTerminal;

namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>Secure messaging of the input-support application, once there is a session key.</summary>
public sealed class SecureMessagingTests
{
    private const string SecuredNumber = "86210101BE559EACDDDB81FBB1170823" + "92E11C84523C82037D74DB17F444981A" + "43C033";

    [Fact]
    public void The_published_vector()
    {
        using Terminal terminal = Open();
        terminal.Send(SecuredVerifyA).ShouldBe("9000");
        terminal.Send(SecuredSelect).ShouldBe("9000");
        terminal.Send(SecuredRead).ShouldBe(SecuredNumber + "9000");
    }

    [Fact]
    public void Plain_commands_between_do_not_count()
    {
        using Terminal terminal = Open();
        terminal.Send(SecuredVerifyA).ShouldBe("9000");
        terminal.After("00A4020C020005", "00B0000010", "0084000008");
        terminal.Send("00200095").ShouldBe("63CA");
        terminal.Send(SecuredSelect).ShouldBe("9000");
        terminal.After("0084000008");
        terminal.Send(SecuredRead).ShouldBe(SecuredNumber + "9000");
    }

    [Fact]
    public void A_refused_command_counts_all_the_same()
    {
        using Terminal terminal = Open();
        terminal.Send(Secured(1, 0x20, 0x00, 0x92, "30303030")).ShouldBe("6984");
        terminal.Send(Secured(2, 0x20, 0x00, 0x94, "303030303030303030303030")).ShouldBe("63C9");
        terminal.Send(Secured(3, 0x20, 0x00, 0x95, "3032303430313230333431323334")).ShouldBe("9000");
        terminal.Send(Secured(4, 0xA4, 0x02, 0x0C, "001F")).ShouldBe("6A82");
        terminal.Send(Secured(5, 0xA4, 0x02, 0x0C, "0002")).ShouldBe("9000");
    }

    [Fact]
    public void A_long_file_comes_back_with_a_long_length_and_decrypts()
    {
        using Terminal terminal = Open();
        terminal.Send(Secured(1, 0xA4, 0x02, 0x0C, "0002")).ShouldBe("9000");
        byte[] answer = Convert.FromHexString(terminal.Data(SecuredRead));
        Convert.ToHexString(answer.AsSpan(0, 5)).ShouldBe("8682" + "0211" + "01");
        byte[] plain = Decrypt(2, answer.AsSpan(5));
        plain.Length.ShouldBe(528);
        Convert.ToHexString(plain.AsSpan(0, 7)).ShouldBe("FF205CDF210800");
        plain[512].ShouldBe((byte)0x80);
        plain.AsSpan(513).IndexOfAnyExcept((byte)0).ShouldBe(-1);
    }

    [Theory]
    [InlineData("a length", "9603000003", 3)]
    [InlineData("a length beyond the end", "960300FFFF", 17)]
    public void The_object_tells_how_much_is_read(string description, string data, int length)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Open();
        terminal.Send(SecuredVerifyA).ShouldBe("9000");
        terminal.Send(Secured(2, 0xA4, 0x02, 0x0C, "0001")).ShouldBe("9000");
        byte[] plain = Decrypt(3, Convert.FromHexString(terminal.Data("08B00000000005" + data + "0000")).AsSpan(3));
        plain.AsSpan().LastIndexOf((byte)0x80).ShouldBe(length);
        Convert.ToHexString(plain.AsSpan(0, 3)).ShouldBe("FF100C");
    }

    [Fact]
    public void Either_length_form_of_the_object_is_taken()
    {
        using Terminal terminal = Open();
        terminal.Send("0820009414" + "86811101" + "CE94087DDB727AD1CFAEA2218834B674").ShouldBe("9000");
        terminal.Send("08A4020C15" + "8682001101" + "46D4CAAC313B21DA35E3FE7C435C3150").ShouldBe("9000");
    }

    private static readonly Dictionary<string, string> Broken = new()
    {
        ["cryptogram of the second command as the first"] = SecuredSelect,
        ["object of an expected length on VERIFY"] = "0820009405" + "9603000000",
        ["cryptogram on READ BINARY"] = "08B00000000013" + "861101" + "CE94087DDB727AD1CFAEA2218834B674" + "0000",
        ["unknown object"] = "0820009413" + "871101" + "CE94087DDB727AD1CFAEA2218834B674",
        ["another padding indicator"] = "0820009413" + "861102" + "CE94087DDB727AD1CFAEA2218834B674",
        ["a second object behind the right one"] = "0820009418" + "861101" + "CE94087DDB727AD1CFAEA2218834B674" + "9603000000",
        ["a byte behind the object"] = "0820009414" + "861101" + "CE94087DDB727AD1CFAEA2218834B674" + "00",
        ["object longer than the data"] = "0820009413" + "861201" + "CE94087DDB727AD1CFAEA2218834B674",
        ["half a block"] = "082000940B" + "860901" + "CE94087DDB727AD1",
        ["no cryptogram"] = "0820009403" + "860101",
        ["no value"] = "0820009402" + "8600",
        ["only a tag"] = "0820009401" + "86",
        ["reserved length form"] = "0820009413" + "868401" + "CE94087DDB727AD1CFAEA2218834B674",
        ["changed cryptogram"] = "0820009413" + "861101" + "CE94087DDB727AD1CFAEA2218834B675",
        ["expected length of two bytes"] = "08B00000000004" + "96020000" + "0000",
        ["expected length above 65535"] = "08B00000000005" + "9603010000" + "0000",
    };

    [Theory]
    [InlineData("cryptogram of the second command as the first")]
    [InlineData("object of an expected length on VERIFY")]
    [InlineData("cryptogram on READ BINARY")]
    [InlineData("unknown object")]
    [InlineData("another padding indicator")]
    [InlineData("a second object behind the right one")]
    [InlineData("a byte behind the object")]
    [InlineData("object longer than the data")]
    [InlineData("half a block")]
    [InlineData("no cryptogram")]
    [InlineData("no value")]
    [InlineData("only a tag")]
    [InlineData("reserved length form")]
    [InlineData("changed cryptogram")]
    [InlineData("expected length of two bytes")]
    [InlineData("expected length above 65535")]
    public void A_wrong_object_ends_the_session(string description)
    {
        using Terminal terminal = Open();
        terminal.Send(Broken[description]).ShouldBe("6988");
        terminal.Send(SecuredVerifyA).ShouldBe("69FC");
        terminal.Send(SecuredSelect).ShouldBe("69FC");
        terminal.Send(SecuredRead).ShouldBe("69FC");
        terminal.Send("00200094").ShouldBe("63CA");
    }

    [Fact]
    public void A_command_without_any_object_is_refused_and_counts()
    {
        using Terminal terminal = Open();
        terminal.Send("08A4020C").ShouldBe("6987");
        terminal.Send(Secured(2, 0xA4, 0x02, 0x0C, "0001")).ShouldBe("9000");
    }

    [Theory]
    [InlineData("READ BINARY without Le", "08B00000000005" + "9603000000")]
    [InlineData("READ BINARY with an Le too short for the object", "08B0000005" + "9603000000" + "10")]
    [InlineData("VERIFY with Le", "0820009413" + "861101" + "CE94087DDB727AD1CFAEA2218834B674" + "00")]
    public void A_wrong_outer_length_is_refused_and_the_session_goes_on(string description, string command)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Open().After("00A4020C020001");
        terminal.Send(command).ShouldBe("6700");
        terminal.Send(Secured(2, 0xA4, 0x02, 0x0C, "0001")).ShouldBe("9000");
    }

    [Fact]
    public void Protected_answer_that_does_not_fit_leaves_nothing_in_the_buffer()
    {
        using Terminal terminal = Open().After(Terminal.Presented["text A"], "00A4020C020001");
        byte[] response = new byte[64];
        terminal.Card.Process(Convert.FromHexString("08B0000005" + "9603000000" + "10"), response).ShouldBe(2);
        Convert.ToHexString(response).ShouldBe("6700" + new string('0', 124));
    }

    [Theory]
    [InlineData("signing", "882A030003616263" + "00")]
    [InlineData("GET CHALLENGE", "0884000008")]
    [InlineData("READ RECORD", "08B2010C00")]
    [InlineData("CHANGE REFERENCE DATA", "0824019103" + "860101")]
    [InlineData("INTERNAL AUTHENTICATE", "0888009903616263" + "00")]
    public void Other_commands_do_not_know_secure_messaging(string description, string command)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Open();
        terminal.Send(command).ShouldBe("6882");
        terminal.Send(SecuredVerifyA).ShouldBe("9000");
    }

    [Fact]
    public void The_authenticated_header_form_wants_objects_that_do_not_exist()
    {
        using Terminal terminal = Open();
        terminal.Send("0C" + SecuredVerifyA[2..]).ShouldBe("6987");
        terminal.Send(SecuredVerifyA).ShouldBe("9000");
    }

    [Theory]
    [InlineData("selecting the application again")]
    [InlineData("selecting another application")]
    [InlineData("power off")]
    [InlineData("warm reset")]
    public void The_session_ends_by(string description)
    {
        using Terminal terminal = Open();
        switch (description)
        {
            case "power off":
                terminal.Card.PowerOff();
                terminal.Card.PowerOn();
                break;
            case "warm reset":
                terminal.Card.WarmReset();
                break;
            default:
                terminal.After(description.Contains("another", StringComparison.Ordinal) ? Terminal.SelectJpki : Terminal.SelectInputSupport);
                break;
        }

        terminal.After(Terminal.SelectInputSupport);
        terminal.Send(SecuredVerifyA).ShouldBe("69FC");
    }

    [Fact]
    public void No_secret_that_came_encrypted_is_in_the_log()
    {
        using Terminal terminal = Open().After(SecuredVerifyA);
        string.Join('\n', terminal.Card.Decisions).ShouldNotContain("123456789018");
        terminal.Card.Decisions[^1].ToString().ShouldBe("VERIFY input-support/0014: 9000 by action (always)");
    }
}
