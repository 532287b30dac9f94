using MyNumber.TestKit;

namespace MyNumber.Testing.Tests;

/// <summary>The signing sample as a user runs it: a program of its own.</summary>
public sealed class DocumentSigningTests
{
    [Fact]
    public async Task Every_document_is_accepted_and_every_changed_one_refused_with_its_reason()
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("DocumentSigning", []);

        exitCode.ShouldBe(0, output + error);
        output.ShouldNotContain("✘");
        string[] told = ["enveloped", "detached.xml", "adbe.pkcs7.detached", "CAdES-B", "CAdES-T", "拒否: ContentDigestMismatch", "拒否: TimestampImprintMismatch", "拒否: Revoked", "6 回"];
        told.ShouldAllBe(text => output.Contains(text));
    }

    [SkippableTheory]
    [InlineData("xmlsec1", "xmlsec1", "xmlsec1 ○")]
    [InlineData("pdfsig", "poppler-utils", "pdfsig ○")]
    [InlineData("certutil", "libnss3-tools", "pdfsig ○")]
    [InlineData("openssl", "openssl", "openssl cms ○、openssl ts ○")]
    public async Task Outside_program_that_is_there_is_asked(string program, string package, string told)
    {
        OutsideProgram.Require(program, package);
        (_, string output, _) = await SampleProgram.RunAsync("DocumentSigning", []);
        output.ShouldContain(told);
    }

    [SkippableFact]
    public async Task Files_that_are_kept_are_accepted_by_openssl()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using TemporaryFolder folder = new();
        string kept = Path.Combine(folder.Path, "kept");
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("DocumentSigning", ["--out", kept]);
        exitCode.ShouldBe(0, output + error);
        string[] files = ["enveloped.xml", "detached.xml", "signed.pdf", "attached.p7m", "detached.p7s", "timestamped.p7m"];
        files.ShouldAllBe(file => File.Exists(Path.Combine(kept, file)));
        files.ShouldAllBe(file => output.Contains($"mynumber jpki verify {file} --anchor lab-anchor.pem --crl lab-list.crl"));
        string[] needed = ["lab-anchor.pem", "lab-list.crl", "lab-time-anchor.pem", "lab-time-list.crl", "detached.p7s.txt"];
        needed.ShouldAllBe(file => File.Exists(Path.Combine(kept, file)));
        Directory.GetFileSystemEntries(kept).Select(Path.GetFileName).Intersect(["openssl.out", "nss"]).ShouldBeEmpty();
        ProgramOutcome outcome = openssl.Run(
            "cms", "-verify", "-binary", "-inform", "DER", "-in", Path.Combine(kept, "timestamped.p7m"), "-CAfile", Path.Combine(kept, "lab-anchor.pem"), "-purpose", "any");
        outcome.Output.ShouldContain("普通預金", customMessage: outcome.Error);
        outcome.ExitCode.ShouldBe(0, outcome.All);
    }

    [Theory]
    [InlineData("unknown argument", "--keep", "x")]
    [InlineData("no folder", "--out")]
    [InlineData("empty folder", "--out", "")]
    [InlineData("too much", "--out", "x", "y")]
    public async Task Wrong_arguments_end_with_2(string description, params string[] arguments)
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("DocumentSigning", arguments);
        (exitCode, output).ShouldBe((2, string.Empty), description);
        error.ShouldContain("--out FOLDER");
    }
}
