using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;
using MyNumber.TestKit;

namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>The modes P1 00 to 05 of COMPUTE DIGITAL SIGNATURE, judged by the base class library and by openssl.</summary>
public sealed class SigningModeTests
{
    // SHA-256 of "abc" (FIPS 180-4 example).
    private const string Hash = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";

    [Theory]
    [InlineData("02: hash in DigestInfo", "802A029720" + Hash + "00")]
    [InlineData("03: message in DigestInfo", "802A029720" + Hash + "00", "802A039703" + "616263" + "00")]
    public void Pkcs1_signature_verifies(string description, params string[] commands)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Open();
        using RSA key = Key(terminal);
        foreach (string command in commands)
        {
            byte[] signature = Convert.FromHexString(terminal.Data(command));
            key.VerifyData("abc"u8, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("04: hash", "802A049720" + Hash + "00")]
    [InlineData("05: message", "802A059703" + "616263" + "00")]
    public void Pss_signature_verifies_with_a_salt_of_32_and_differs_each_time(string description, string command)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Open();
        using RSA key = Key(terminal);
        byte[] first = Convert.FromHexString(terminal.Data(command)), second = Convert.FromHexString(terminal.Data(command));
        key.VerifyData("abc"u8, first, HashAlgorithmName.SHA256, RSASignaturePadding.Pss).ShouldBeTrue();
        key.VerifyData("abc"u8, second, HashAlgorithmName.SHA256, RSASignaturePadding.Pss).ShouldBeTrue();
        key.VerifyData("abd"u8, second, HashAlgorithmName.SHA256, RSASignaturePadding.Pss).ShouldBeFalse();
        first.ShouldNotBe(second);
    }

    [SkippableTheory]
    [InlineData("none", 0)]
    [InlineData("of SHA-1's length", 20)]
    [InlineData("of the hash's length", 32)]
    [InlineData("longest", 222)]
    public void Openssl_finds_the_salt_of_the_option(string description, int length)
    {
        description.ShouldNotBeEmpty();
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using Terminal terminal = Open(new EmulatedCardOptions { PssSaltLength = length });
        using RSA key = Key(terminal);
        using TemporaryFolder folder = new();
        folder.Write("key.pem", key.ExportSubjectPublicKeyInfoPem());
        folder.Write("signature", Convert.FromHexString(terminal.Data("802A059703" + "616263" + "00")));
        folder.Write("message", "abc");
        string[] verify = ["dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "-sigopt", "rsa_padding_mode:pss", "-sigopt"];
        openssl.RunIn(folder.Path, [.. verify, $"rsa_pss_saltlen:{length}", "message"]).All.ShouldContain("Verified OK");
        openssl.RunIn(folder.Path, [.. verify, "rsa_pss_saltlen:64", "message"]).ExitCode.ShouldNotBe(0);
    }

    [SkippableTheory]
    [InlineData("00: the block as it stands", "802A009703" + "616263" + "00", "616263")]
    [InlineData("01: the bare hash", "802A019703" + "616263" + "00", Hash)]
    public void Openssl_recovers_what_stands_behind_the_padding(string description, string command, string block)
    {
        description.ShouldNotBeEmpty();
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using Terminal terminal = Open();
        using RSA key = Key(terminal);
        using TemporaryFolder folder = new();
        folder.Write("key.pem", key.ExportSubjectPublicKeyInfoPem());
        folder.Write("signature", Convert.FromHexString(terminal.Data(command)));
        openssl.RunIn(folder.Path, "pkeyutl", "-verifyrecover", "-pubin", "-inkey", "key.pem", "-in", "signature", "-out", "block", "-pkeyopt", "rsa_padding_mode:pkcs1")
            .ExitCode.ShouldBe(0);
        Convert.ToHexString(File.ReadAllBytes(Path.Combine(folder.Path, "block"))).ShouldBe(block);
    }

    [Theory]
    [InlineData("block of 246 bytes", 0, 246, "6985")]
    [InlineData("message of 256 bytes to 01", 1, 256, "6985")]
    [InlineData("hash of 31 bytes", 2, 31, "6985")]
    [InlineData("hash of 33 bytes", 2, 33, "6985")]
    [InlineData("DigestInfo instead of a hash", 2, 51, "6985")]
    [InlineData("message of 256 bytes to 03", 3, 256, "6985")]
    [InlineData("PSS hash of 31 bytes", 4, 31, "6985")]
    [InlineData("PSS hash of SHA-512", 4, 64, "6985")]
    [InlineData("PSS message of 256 bytes", 5, 256, "6985")]
    [InlineData("mode 06", 6, 32, "6A86")]
    [InlineData("mode 80", 0x80, 32, "6A86")]
    public void A_wrong_length_or_mode_is_refused(string description, int mode, int length, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Open();
        terminal.Send($"802A{mode:X2}97" + $"00{length:X4}" + new string('0', length * 2) + "0000").ShouldBe(status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_mode_needs_the_pin(int mode)
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki);
        terminal.Send($"802A{mode:X2}9720{Hash}00").ShouldBe("6982");
    }

    [Theory]
    [InlineData("surface by default key", Terminal.SelectSurface, "00", "9000")]
    [InlineData("surface by short identifier", Terminal.SelectSurface, "9A", "9000")]
    [InlineData("input support by default key", Terminal.SelectInputSupport, "00", "9000")]
    [InlineData("input support by short identifier", Terminal.SelectInputSupport, "93", "9000")]
    [InlineData("JPKI has no default key", Terminal.SelectJpki, "00", "6A86")]
    [InlineData("common has no default key", Terminal.SelectCommon, "00", "6A86")]
    [InlineData("residence has no default key", Terminal.SelectResidence, "00", "6A86")]
    [InlineData("issuer has no default key", Terminal.SelectIssuer, "00", "6A86")]
    [InlineData("common key signs nothing", Terminal.SelectCommon, "99", "6982")]
    public void Keys_without_pin(string description, string select, string p2, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(select);
        terminal.Send($"802A00{p2}01AA00").ShouldEndWith(status);
    }

    [Theory]
    [InlineData("less than no salt", -1)]
    [InlineData("more salt than fits", 223)]
    public void A_salt_that_does_not_fit_stops_the_personalisation(string description, int length)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => new Terminal(new EmulatedCardOptions { PssSaltLength = length }));
    }

    private static Terminal Open(EmulatedCardOptions? options = null) =>
        new Terminal(options).After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);

    private static RSA Key(Terminal terminal)
    {
        RSA key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(terminal.Card.GetPublicKey(CardKeyPurpose.UserAuthentication), out _);
        return key;
    }
}
