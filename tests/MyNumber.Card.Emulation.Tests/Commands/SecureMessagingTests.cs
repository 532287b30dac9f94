using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Card.Emulation.Tests.Profiles;

namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>Secure messaging of the input-support application. The vector with the key 00 01 … 0F stands in the research notes, §5.6; other cryptograms are made here
/// with the base class library.</summary>
public sealed class SecureMessagingTests
{
    private const string SecuredVerifyA = "0820009413" + "861101" + "CE94087DDB727AD1CFAEA2218834B674";
    private const string SecuredSelect = "08A4020C13" + "861101" + "46D4CAAC313B21DA35E3FE7C435C3150";
    private const string SecuredRead = "08B00000000005" + "9603000000" + "0000";
    private const string SecuredNumber = "86210101BE559EACDDDB81FBB1170823" + "92E11C84523C82037D74DB17F444981A" + "43C033";

    private static readonly byte[] Key = Convert.FromHexString("000102030405060708090A0B0C0D0E0F");

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
    public void A_new_key_starts_the_counter_again()
    {
        using Terminal terminal = Open();
        terminal.Send(SecuredVerifyA).ShouldBe("9000");
        terminal.Send(Delivery(terminal, "A0228020", Seed)).ShouldBe("9000");
        terminal.Send(SecuredVerifyA).ShouldBe("9000");
    }

    [Theory]
    [InlineData("nothing", "6982")]
    [InlineData("text A", "6982")]
    [InlineData("text B", "6982")]
    [InlineData("input-support PIN", "9000")]
    public void Only_the_pin_allows_a_session_key(string presented, string status)
    {
        using Terminal keyReader = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        string delivery = Delivery(keyReader, "A0228020", Seed);
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport).Presenting(presented);
        terminal.Send(delivery).ShouldBe(status);
    }

    [Theory]
    [InlineData("integrity key instead", "A0228120", 32, "6A80")]
    [InlineData("another outer tag", "A1228020", 32, "6A80")]
    [InlineData("seed of sixteen bytes", "A0128010", 16, "6A80")]
    [InlineData("a byte behind it", "A0228020", 33, "6A80")]
    [InlineData("no structure", "", 32, "6A80")]
    public void A_wrong_structure_is_refused(string description, string head, int length, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        terminal.Send(Delivery(terminal, head, new byte[length])).ShouldBe(status);
        terminal.Send(SecuredVerifyA).ShouldBe("69FC");
    }

    [Theory]
    [InlineData("not encrypted at all", "00", "6A80")]
    [InlineData("not below the modulus", "FF", "6F00")]
    public void What_is_no_cryptogram_is_refused(string description, string fill, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        terminal.Send("80AE0000" + "000100" + string.Concat(Enumerable.Repeat(fill, 256))).ShouldBe(status);
    }

    [Theory]
    [InlineData("one byte", "80AE000001AA", "6700")]
    [InlineData("255 bytes", "255", "6700")]
    [InlineData("no data", "80AE0000", "6700")]
    [InlineData("with Le", "80AE000001AA00", "6700")]
    [InlineData("wrong P1", "80AE010001AA", "6A86")]
    [InlineData("standard class", "00AE000001AA", "6D00")]
    public void A_wrong_form_is_refused(string description, string command, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        terminal.Send(command == "255" ? "80AE0000FF" + new string('0', 510) : command).ShouldBe(status);
    }

    [Theory]
    [InlineData("common", Terminal.SelectCommon, "66F1")]
    [InlineData("surface", Terminal.SelectSurface, "66F1")]
    [InlineData("JPKI", Terminal.SelectJpki, "6982")]
    [InlineData("residence", Terminal.SelectResidence, "6982")]
    [InlineData("issuer", Terminal.SelectIssuer, "6985")]
    public void Another_application_takes_no_session_key(string description, string select, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(select);
        terminal.Send("80AE0000" + "000100" + new string('0', 512)).ShouldBe(status);
        terminal.Send(SecuredSelect).ShouldBe("6882");
        terminal.Send(SecuredRead).ShouldBe("69FC");
        terminal.Send(SecuredVerifyA).ShouldBe("69FC");
    }

    [Fact]
    public void No_secret_that_came_encrypted_is_in_the_log()
    {
        using Terminal terminal = Open().After(SecuredVerifyA);
        string.Join('\n', terminal.Card.Decisions).ShouldNotContain("123456789018");
        terminal.Card.Decisions[^1].ToString().ShouldBe("VERIFY input-support/0014: 9000 by action (always)");
    }

    private static readonly byte[] Seed = [.. Key, .. Key];

    private static Terminal Open()
    {
        Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        terminal.Send(Delivery(terminal, "A0228020", Seed)).ShouldBe("9000");
        return terminal;
    }

    private static string Delivery(Terminal terminal, string head, byte[] seed)
    {
        using RSA key = Certified.KeyAt(terminal.ReadFile(6), 4);
        byte[] message = [.. Convert.FromHexString(head), .. seed];
        return "80AE0000" + "000100" + Convert.ToHexString(key.Encrypt(message, RSAEncryptionPadding.OaepSHA256));
    }

    private static string Secured(uint number, byte instruction, byte p1, byte p2, string data)
    {
        byte[] plain = Convert.FromHexString(data);
        byte[] padded = new byte[16];
        plain.CopyTo(padded, 0);
        padded[plain.Length] = 0x80;
        using Aes aes = Aes.Create();
        aes.Key = Key;
        byte[] cryptogram = aes.EncryptCbc(padded, Vector(aes, number), PaddingMode.None);
        return $"08{instruction:X2}{p1:X2}{p2:X2}13861101{Convert.ToHexString(cryptogram)}";
    }

    private static byte[] Decrypt(uint number, ReadOnlySpan<byte> cryptogram)
    {
        using Aes aes = Aes.Create();
        aes.Key = Key;
        return aes.DecryptCbc(cryptogram, Vector(aes, number), PaddingMode.None);
    }

    private static byte[] Vector(Aes aes, uint number)
    {
        byte[] block = new byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(12), number);
        return aes.EncryptEcb(block, PaddingMode.None);
    }
}
