using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Cards;

public sealed class CardCertificateTests : IDisposable
{
    private readonly CardBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("free", "read authentication-certificate")]
    [InlineData("with its PIN", "read authentication-certificate --by authentication --pin-env LOGIN")]
    public void Authentication_certificate_goes_into_a_file_byte_for_byte(string row, string line)
    {
        string path = Path.Combine(_bench.Folder.Path, "login.cer");
        _bench.Run($"{line} --out {path}").Code.ShouldBe(ExitCode.Done, row);
        File.ReadAllBytes(path).ShouldBe(CardBench.LoginCertificate, row);
    }

    [Fact]
    public void Signature_certificate_needs_its_password()
    {
        _bench.Run("read signature-certificate").Code.ShouldBe(ExitCode.Usage);
        _bench.Run("read signature-certificate --pin-env WRONG_PASSWORD").Code.ShouldBe(ExitCode.Refused);
        _bench.Tries("signature").ShouldBe(4);
        ToolRun run = _bench.Run("read signature-certificate --pin-env SIGN");
        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ReplaceLineEndings("\n").Trim().ShouldBe(System.Security.Cryptography.PemEncoding.WriteString("CERTIFICATE", CardBench.SignatureCertificate));
    }

    [Theory]
    [InlineData("authentication-ca-certificate")]
    [InlineData("signature-ca-certificate")]
    public void Certificates_of_authorities_are_free(string what) =>
        _bench.Run($"read {what}").Lines[0].ShouldBe("-----BEGIN CERTIFICATE-----");

    [Fact]
    public void Folder_that_is_not_there_is_undetermined()
    {
        ToolRun run = _bench.Run($"read authentication-certificate --out {Path.Combine(_bench.Folder.Path, "none", "file")}");
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Error.ShouldNotContain("none");
    }
}
