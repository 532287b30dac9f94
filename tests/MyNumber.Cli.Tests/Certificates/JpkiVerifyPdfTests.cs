using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Tests.Authorities;

namespace MyNumber.Cli.Tests.Certificates;

public sealed class JpkiVerifyPdfTests
{
    private const string NotAsking = "--accept-without-asking-for-the-status";

    [Fact]
    public void Signed_file_is_valid_by_the_list_with_a_part_for_its_signature()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = Verify(bench, SignedFiles.Pdf(bench), "--crl", bench.PublishNow("sign"));
        run.Code.ShouldBe(ExitCode.Done, run.All);
        JsonElement answer = run.Json[0];
        (answer.GetProperty("kind").GetString(), answer.GetProperty("state").GetString()).ShouldBe(("Pdf", "Good"));
        JsonElement part = answer.GetProperty("report").GetProperty("parts")[0];
        part.GetProperty("status").GetProperty("method").GetString().ShouldBe("Crl");
        part.GetProperty("steps").EnumerateArray().ShouldAllBe(step => step.GetProperty("state").GetString() == "Passed");
        AuthorityBench.Secrets.ShouldAllBe(secret => !run.All.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Pdf_without_timestamps_is_refused_where_they_are_demanded()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string file = SignedFiles.Pdf(bench), anchor = new StampBench(bench).Anchor;
        ToolRun run = bench.Run("jpki", "verify", file, "--anchor", bench.SignatureAnchors, "--time-anchor", anchor, NotAsking, "--json");
        run.Code.ShouldBe(ExitCode.Refused, run.All);
        run.Json[0].GetProperty("reason").GetString().ShouldBe("TimestampMissing");
        bench.Run("jpki", "verify", file, "--anchor", bench.SignatureAnchors, NotAsking, "--json").Json[0].GetProperty("timestamps").GetInt32().ShouldBe(0);
    }

    [SkippableFact]
    public void Timestamps_of_a_pdf_that_cannot_be_read_are_not_counted()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        byte[] later = [.. File.ReadAllBytes(stamps.StampPdf(SignedFiles.Pdf(bench, reserved: 16384), isChanged: false)), .. "\n% more\n"u8];
        ToolRun run = bench.Run("jpki", "verify", bench.Write("later.pdf", later), "--anchor", bench.SignatureAnchors, NotAsking, "--time-anchor", stamps.Anchor, "--json");
        run.Code.ShouldBe(ExitCode.Refused, run.All);
        run.Json[0].TryGetProperty("timestamps", out _).ShouldBeFalse(run.All);
    }

    [SkippableTheory]
    [InlineData("good, its authority not pinned", false, false, 0, 1)]
    [InlineData("good, under its authority", false, true, 0, 0)]
    [InlineData("changed, its authority not pinned", true, false, 1, 0)]
    [InlineData("changed, under its authority", true, true, 1, 0)]
    public void Timestamp_inside_is_told_and_judged(string row, bool isChanged, bool isPinned, int code, int notChecked)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        string file = stamps.StampPdf(SignedFiles.Pdf(bench, reserved: 16384), isChanged);
        string[] pinned = isPinned ? ["--time-anchor", stamps.Anchor] : [];
        ToolRun run = bench.Run(["jpki", "verify", file, "--anchor", bench.SignatureAnchors, NotAsking, "--json", .. pinned]);
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
        run.Json[0].GetProperty("reason").GetString().ShouldBe(isChanged ? "TimestampImprintMismatch" : "None", row);
        (run.Json[0].GetProperty("timestamps").GetInt32(), run.Json[0].GetProperty("timestampsNotChecked").GetInt32()).ShouldBe((1, notChecked), row);
        bench.Run("jpki", "inspect", file, "--json").Json[0].GetProperty("timestamps").GetString().ShouldBe("1", row);
    }

    [Fact]
    public void Second_signature_needs_the_option_for_it()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string twice = SignedFiles.Pdf(bench, times: 2);
        Verify(bench, twice, NotAsking).Code.ShouldBe(ExitCode.Refused);
        ToolRun run = Verify(bench, twice, NotAsking, "--pdf-later-signatures");
        run.Code.ShouldBe(ExitCode.Done, run.All);
        run.Json[0].GetProperty("report").GetProperty("parts").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("a changed page", "MediaBox [0 0 595 842]", "MediaBox [0 0 595 841]", "ContentDigestMismatch")]
    [InlineData("no signature", null, null, "PdfSignatureNotFound")]
    [InlineData("no more than a head", "", "", "PdfMalformed")]
    public void File_that_does_not_hold_says_why(string row, string? from, string? to, string reason)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        byte[] file = from is null ? SignedFiles.BlankPdf() : File.ReadAllBytes(SignedFiles.Pdf(bench));
        file = from switch
        {
            null => file,
            "" => file[..9],
            _ => System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(file).Replace(from, to, StringComparison.Ordinal)),
        };
        ToolRun run = Verify(bench, bench.Write("changed.pdf", file), NotAsking);
        run.Code.ShouldBe(ExitCode.Refused, $"{row}: {run.All}");
        run.Json[0].GetProperty("reason").GetString().ShouldBe(reason, row);
    }

    [Fact]
    public void File_with_the_text_of_a_certificate_in_it_is_judged_as_the_file_that_it_is()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        byte[] pem = System.Text.Encoding.ASCII.GetBytes("% " + System.Security.Cryptography.PemEncoding.WriteString("CERTIFICATE", File.ReadAllBytes(bench.Signature)));
        ToolRun run = Verify(bench, bench.Write("trick.pdf", [.. "%PDF-1.7\n"u8, .. pem]), NotAsking);
        run.Code.ShouldBe(ExitCode.Refused);
        run.Json[0].GetProperty("kind").GetString().ShouldBe("Pdf");
    }

    [Theory]
    [InlineData("an option of XML", "--xml-enveloped form")]
    [InlineData("a content", "--content {text}")]
    public void Wrong_use_for_a_file_is_usage(string row, string line)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        Verify(bench, SignedFiles.Pdf(bench), [NotAsking, .. CaVerbTests.Words(bench, line)]).Code.ShouldBe(ExitCode.Usage, row);
    }

    private static ToolRun Verify(AuthorityBench bench, string file, params string[] more) => bench.Run(["jpki", "verify", file, "--anchor", bench.SignatureAnchors, "--json", .. more]);
}
