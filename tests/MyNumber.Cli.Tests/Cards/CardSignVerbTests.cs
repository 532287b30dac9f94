using System.Security.Cryptography;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Cli.Contract;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Cards;

public sealed class CardSignVerbTests : IDisposable
{
    private readonly CardBench _bench = new();
    private readonly string _message;

    public CardSignVerbTests() => _message = _bench.Folder.Write("message", "A message that nobody need keep.\n");

    public void Dispose() => _bench.Dispose();

    [SkippableTheory]
    [InlineData("authentication", "sha256", "LOGIN")]
    [InlineData("authentication", "sha384", "LOGIN")]
    [InlineData("authentication", "sha512", "LOGIN")]
    [InlineData("signature", "sha256", "SIGN")]
    public void Signature_is_verified_by_openssl(string key, string hash, string variable)
    {
        string path = Path.Combine(_bench.Folder.Path, "signature");
        ToolRun run = _bench.Run($"sign {_message} --key {key} --hash {hash} --pin-env {variable} --out {path}");
        run.Code.ShouldBe(ExitCode.Done);
        Verify(hash, key == "signature" ? CardBench.SignatureCertificate : CardBench.LoginCertificate).ShouldBe("Verified OK");
        Verify(hash, key == "signature" ? CardBench.LoginCertificate : CardBench.SignatureCertificate).ShouldStartWith("Verification failure");
    }

    [Fact]
    public void Json_has_the_signature_in_base64()
    {
        ToolRun run = _bench.Run("sign - --key authentication --pin-env LOGIN --json", input: File.ReadAllText(_message));
        run.Code.ShouldBe(ExitCode.Done);
        byte[] signature = run.Json[0].GetProperty("signature").GetBytesFromBase64();
        using RSA key = Testing.Keys.LabKeyPool.Load(5);
        key.VerifyData(File.ReadAllBytes(_message), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        (run.Json[0].GetProperty("key").GetString(), run.Json[0].GetProperty("hash").GetString()).ShouldBe(("authentication", "sha256"));
    }

    [Fact]
    public void Small_letters_of_the_password_are_capital_ones()
    {
        _bench.Descriptors[3] = _bench.Variables["SIGN"].ToLowerInvariant();
        _bench.Run($"sign {_message} --key signature --pin-fd 3").Code.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("a wrong PIN", "authentication", "WRONG", "authentication", 2)]
    [InlineData("a wrong password", "signature", "WRONG_PASSWORD", "signature", 4)]
    [InlineData("the other key's PIN", "signature", "LOGIN", "signature", 5)]
    [InlineData("a password for the PIN", "authentication", "SIGN", "authentication", 3)]
    [InlineData("a password without letters", "signature", "ONLY_DIGITS", "signature", 5)]
    public void Refused_pin_signs_nothing(string row, string key, string variable, string pin, int left)
    {
        string path = Path.Combine(_bench.Folder.Path, "signature");
        ToolRun run = _bench.Run($"sign {_message} --key {key} --pin-env {variable} --out {path}");
        run.Code.ShouldBe(ExitCode.Refused, row);
        File.Exists(path).ShouldBeFalse(row);
        _bench.Tries(pin).ShouldBe(left, row);
    }

    [Theory]
    [InlineData("no key", "sign FILE --pin-env LOGIN")]
    [InlineData("an unknown key", "sign FILE --key common --pin-env LOGIN")]
    [InlineData("an old hash", "sign FILE --key authentication --hash sha1 --pin-env LOGIN")]
    [InlineData("no file", "sign --key authentication --pin-env LOGIN")]
    [InlineData("no way to a PIN", "sign FILE --key authentication")]
    [InlineData("one input for two things", "sign - --key authentication --pin-fd 0")]
    public void Wrong_use_is_usage(string row, string line)
    {
        _bench.Run(line.Replace("FILE", _message, StringComparison.Ordinal)).Code.ShouldBe(ExitCode.Usage, row);
        _bench.Card.Decisions.ShouldBeEmpty(row);
    }

    [Theory]
    [InlineData("a file that is not there", "sign NONE --key authentication --pin-env LOGIN")]
    [InlineData("an output that is there", "sign FILE --key authentication --pin-env LOGIN --out FILE")]
    public void File_in_the_way_is_undetermined_before_the_card_is_asked(string row, string line)
    {
        _bench.Run(line.Replace("FILE", _message, StringComparison.Ordinal).Replace("NONE", _message + ".none", StringComparison.Ordinal)).Code.ShouldBe(ExitCode.Undetermined, row);
        _bench.Card.Decisions.ShouldBeEmpty(row);
        File.ReadAllText(_message).ShouldStartWith("A message", Case.Sensitive, row);
    }

    [Fact]
    public void Key_that_the_card_does_not_have_is_refused()
    {
        using CardBench child = new(profile: CardProfile.WithoutSignatureCertificate);
        ToolRun run = child.Run($"sign {_message} --key signature --pin-env SIGN");
        run.Code.ShouldBe(ExitCode.Refused);
        run.Error.ShouldContain("The card does not have it");
    }

    [Theory]
    [InlineData("before the PIN", 3)]
    [InlineData("before the signature", 12)]
    public void Card_that_is_torn_out_signs_nothing(string row, int command)
    {
        _bench.Reader.RemoveAtCommand(command);
        ToolRun run = _bench.Run($"sign {_message} --key authentication --pin-env LOGIN");
        run.Code.ShouldBe(ExitCode.Undetermined, row);
        run.Output.ShouldBeEmpty(row);
    }

    private string Verify(string hash, byte[] certificate)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        _bench.Folder.Write("certificate", certificate);
        openssl.RunIn(_bench.Folder.Path, "x509", "-inform", "DER", "-in", "certificate", "-pubkey", "-noout", "-out", "key").ExitCode.ShouldBe(0);
        return openssl.RunIn(_bench.Folder.Path, "dgst", $"-{hash}", "-verify", "key", "-signature", "signature", "message").Output.Trim();
    }
}
