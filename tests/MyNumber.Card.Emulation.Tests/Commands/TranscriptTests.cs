using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>The reference dialogues of public implementations, byte for byte.</summary>
public sealed class TranscriptTests
{
    [Fact]
    public void A_asking_for_the_tries_left_answers_three()
    {
        using Terminal terminal = new();
        terminal.Send("00A4040C0AD392F000260100000001").ShouldBe("9000");
        terminal.Send("00A4020C020018").ShouldBe("9000");
        terminal.Send("00200080").ShouldBe("63C3");
    }

    [Fact]
    public void B_user_authentication_signs_a_digest_info_with_256_bytes()
    {
        using Terminal terminal = new();
        terminal.Send("00A4040C0AD392F000260100000001").ShouldBe("9000");
        terminal.Send("00A4020C020018").ShouldBe("9000");
        terminal.Send("002000800431323334").ShouldBe("9000");
        terminal.Send("00A4020C020017").ShouldBe("9000");
        byte[] hash = SHA256.HashData("message"u8);
        string answer = terminal.Send("802A008033" + "3031300D060960864801650304020105000420" + Convert.ToHexString(hash) + "00");
        answer.Length.ShouldBe((256 + 2) * 2);
        answer.ShouldEndWith("9000");
        using RSA publicKey = RSA.Create();
        publicKey.ImportSubjectPublicKeyInfo(terminal.Card.GetPublicKey(CardKeyPurpose.UserAuthentication), out _);
        publicKey.VerifyHash(hash, Convert.FromHexString(answer[..512]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
    }

    [Fact]
    public void C_the_signature_certificate_opens_after_its_pin()
    {
        using Terminal terminal = Terminal.WithCertificates();
        terminal.Send("00A4040C0AD392F000260100000001").ShouldBe("9000");
        terminal.Send("00A4020C020001").ShouldBe("9000");
        terminal.Send("00B0000004").ShouldBe("6982");
        terminal.Send("00A4020C02001B").ShouldBe("9000");
        terminal.Send("00200080084142433132333435").ShouldBe("9000");
        terminal.Send("00A4020C020001").ShouldBe("9000");
        terminal.Send("00B0000004").ShouldBe("308205D89000");
    }

    [Fact]
    public void D_the_number_and_the_attributes_open_after_the_input_support_pin()
    {
        using Terminal terminal = new();
        terminal.Send("00A4040C0AD3921000310001010408").ShouldBe("9000");
        terminal.Send("00A4020C020011").ShouldBe("9000");
        terminal.Send("002000800433343536").ShouldBe("9000");
        terminal.Send("00A4020C020001").ShouldBe("9000");
        terminal.Send("00B0000011").ShouldBe("FF100C313233343536373839303138FFFF9000");
        terminal.Send("00A4020C020002").ShouldBe("9000");
        terminal.Send("00B0000007").ShouldBe("FF205CDF2108009000");
        terminal.Send("00B0000758").ShouldBe(
            "0E00200050005B"
            + "DF220FE8A68BE69CACE38080E88AB1E5AD90"
            + "DF232DE69DB1E4BAACE983BDE58D83E4BBA3E794B0E58CBAE99C9EE3818CE996A2EFBC92EFBC8DEFBC91EFBC8DEFBC92"
            + "DF24083139393030343031"
            + "DF250132"
            + "9000");
    }

    [Fact]
    public void E_wrong_pins_count_down_then_the_pin_is_blocked()
    {
        using Terminal terminal = new();
        terminal.After("00A4040C0AD392F000260100000001", "00A4020C020018");
        terminal.Send("002000800430303030").ShouldBe("63C2");
        terminal.Send("002000800430303030").ShouldBe("63C1");
        terminal.Send("002000800430303030").ShouldBe("63C0");
        terminal.Send("002000800431323334").ShouldBe("6984");
        terminal.Send("00200080").ShouldBe("63C0");
    }
}
