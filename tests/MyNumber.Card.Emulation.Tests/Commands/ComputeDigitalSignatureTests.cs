using System.Numerics;
using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;
using MyNumber.TestKit;

namespace MyNumber.Card.Emulation.Tests.Commands;

public sealed class ComputeDigitalSignatureTests
{
    private static readonly Dictionary<string, string> OtherPins = new()
    {
        ["authentication PIN, signature key"] = Terminal.VerifyAuthenticationPin,
        ["signature PIN, authentication key"] = Terminal.VerifySignaturePin,
    };

    private const string Padding = "0001";

    [Theory]
    [InlineData("one byte", "AA")]
    [InlineData("DigestInfo of SHA-256 without NULL, 49 bytes", "302F300B0609608648016503040201" + "0420" + "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F")]
    [InlineData("bare 32 bytes", "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F")]
    [InlineData("DigestInfo whose hash is a byte short", "3031300D060960864801650304020105000420" + "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E")]
    [InlineData("DigestInfo of SHA-256", "3031300D060960864801650304020105000420" + "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F")]
    [InlineData("DigestInfo of SHA-1", "3021300906052B0E03021A05000414" + "000102030405060708090A0B0C0D0E0F10111213")]
    public void The_block_stands_verbatim_behind_type_1_padding(string description, string block)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        string answer = terminal.Send("802A0097" + (block.Length / 2).ToString("X2") + block + "00");
        answer.ShouldEndWith("9000");
        Opened(terminal, CardKeyPurpose.UserAuthentication, answer).ShouldBe(Padding + string.Concat(Enumerable.Repeat("FF", 253 - (block.Length / 2))) + "00" + block);
    }

    [Fact]
    public void The_longest_block_is_245_bytes()
    {
        string block = string.Concat(Enumerable.Repeat("77", 245));
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        string answer = terminal.Send("802A0097F5" + block + "00");
        Opened(terminal, CardKeyPurpose.UserAuthentication, answer).ShouldBe("0001FFFFFFFFFFFFFFFF00" + block);
    }

    [Theory]
    [InlineData("246 bytes", 246)]
    [InlineData("255 bytes", 255)]
    public void A_longer_block_answers_6985(string description, int length)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("802A0097" + length.ToString("X2") + string.Concat(Enumerable.Repeat("77", length)) + "00").ShouldBe("6985");
    }

    [Fact]
    public void A_longer_block_in_the_extended_form_answers_6985()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("802A0097" + "000100" + string.Concat(Enumerable.Repeat("77", 256)) + "0000").ShouldBe("6985");
    }

    [Fact]
    public void An_le_below_256_answers_6700()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("802A009701AAFF").ShouldBe("6700");
    }

    [Fact]
    public void The_extended_form_signs_too()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        terminal.Send("802A0097" + "000001AA" + "0100").Length.ShouldBe((256 + 2) * 2);
    }

    [Fact]
    public void One_pin_is_enough_for_two_signatures()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifySignaturePin, "00A4020C02001A");
        terminal.Send("802A008001AA00").ShouldEndWith("9000");
        terminal.Send("802A008001AA00").ShouldEndWith("9000");
    }

    [Theory]
    [InlineData("authentication PIN, signature key", "802A009A01AA00")]
    [InlineData("signature PIN, authentication key", "802A009701AA00")]
    public void The_pin_of_the_other_key_does_not_sign(string description, string sign)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, OtherPins[description]);
        terminal.Send(sign).ShouldBe("6982");
    }

    [Fact]
    public void The_two_keys_differ()
    {
        using Terminal terminal = new();
        terminal.Card.GetPublicKey(CardKeyPurpose.Signature).ShouldNotBe(terminal.Card.GetPublicKey(CardKeyPurpose.UserAuthentication));
    }

    [SkippableTheory]
    [InlineData("SHA-1", "sha1", "3021300906052B0E03021A05000414")]
    [InlineData("SHA-256", "sha256", "3031300D060960864801650304020105000420")]
    [InlineData("SHA-384", "sha384", "3041300D060960864801650304020205000430")]
    [InlineData("SHA-512", "sha512", "3051300D060960864801650304020305000440")]
    public void Openssl_verifies_the_signature(string description, string digest, string prefix)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        byte[] message = "an application form"u8.ToArray();
        using TemporaryFolder folder = new();
        string messagePath = folder.Write("message", message);
        openssl.RunIn(folder.Path, "dgst", $"-{digest}", "-binary", "-out", "hash", messagePath).ExitCode.ShouldBe(0, description);
        byte[] hash = File.ReadAllBytes(Path.Combine(folder.Path, "hash"));

        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifySignaturePin);
        string block = prefix + Convert.ToHexString(hash);
        byte[] answer = Convert.FromHexString(terminal.Send("802A009A" + (block.Length / 2).ToString("X2") + block + "00"));
        folder.Write("signature", answer.AsSpan(0, 256));
        folder.Write("key.der", terminal.Card.GetPublicKey(CardKeyPurpose.Signature));

        openssl.RunIn(folder.Path, "dgst", $"-{digest}", "-verify", "key.der", "-keyform", "DER", "-signature", "signature", messagePath)
            .Output.ShouldContain("Verified OK");
    }

    [SkippableFact]
    public void Openssl_opens_a_block_that_is_no_digest_info()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using TemporaryFolder folder = new();
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        byte[] answer = Convert.FromHexString(terminal.Send("802A0097" + "0568656C6C6F" + "00"));
        folder.Write("signature", answer.AsSpan(0, 256));
        folder.Write("key.der", terminal.Card.GetPublicKey(CardKeyPurpose.UserAuthentication));
        openssl.RunIn(folder.Path, "pkeyutl", "-verifyrecover", "-pubin", "-inkey", "key.der", "-keyform", "DER", "-in", "signature").Output.ShouldBe("hello");
    }

    private static string Opened(Terminal terminal, CardKeyPurpose purpose, string answer)
    {
        using RSA key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(terminal.Card.GetPublicKey(purpose), out _);
        RSAParameters parameters = key.ExportParameters(includePrivateParameters: false);
        BigInteger signature = new(Convert.FromHexString(answer[..512]), isUnsigned: true, isBigEndian: true);
        BigInteger opened = BigInteger.ModPow(
            signature,
            new BigInteger(parameters.Exponent, isUnsigned: true, isBigEndian: true),
            new BigInteger(parameters.Modulus, isUnsigned: true, isBigEndian: true));
        byte[] bytes = opened.ToByteArray(isUnsigned: true, isBigEndian: true);
        return Convert.ToHexString(bytes).PadLeft(512, '0');
    }
}
