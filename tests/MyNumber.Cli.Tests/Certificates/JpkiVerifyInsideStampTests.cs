using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Tests.Authorities;

namespace MyNumber.Cli.Tests.Certificates;

/// <summary>Timestamps of openssl inside of signed documents (CAdES-T).</summary>
public sealed class JpkiVerifyInsideStampTests
{
    private const string NotAsking = "--accept-without-asking-for-the-status";

    [SkippableTheory]
    [InlineData("en", "TIMESTAMPS NOT CHECKED: 1.")]
    [InlineData("ja", "タイムスタンプ 1 個は確認していません。")]
    public void Timestamp_whose_authority_is_not_pinned_is_told_as_not_checked(string language, string expected)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string file = bench.Write("stamped.p7m", new StampBench(bench).StampInside(SignedFiles.Attached(bench)));
        ToolRun run = bench.Run("jpki", "verify", file, "--anchor", bench.SignatureAnchors, "--crl", bench.PublishNow("sign"), "--lang", language);
        run.Code.ShouldBe(ExitCode.Done, run.All);
        run.Output.ShouldContain(expected);
        ToolRun json = bench.Run("jpki", "verify", file, "--anchor", bench.SignatureAnchors, NotAsking, "--json");
        Counts(json).ShouldBe((1, 1));
        json.Json[0].GetProperty("report").GetProperty("timestampsNotChecked").GetInt32().ShouldBe(1);
    }

    [SkippableTheory]
    [InlineData("without its authority", false)]
    [InlineData("under its authority", true)]
    public void Changed_timestamp_is_not_valid(string row, bool isPinned)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        string file = bench.Write("changed.p7m", stamps.StampInsideChanged(SignedFiles.Attached(bench)));
        string[] pinned = isPinned ? ["--time-anchor", stamps.Anchor] : [];
        ToolRun run = bench.Run(["jpki", "verify", file, "--anchor", bench.SignatureAnchors, NotAsking, "--json", .. pinned]);
        run.Code.ShouldBe(ExitCode.Refused, $"{row}: {run.All}");
        run.Json[0].GetProperty("reason").GetString().ShouldBe("TimestampImprintMismatch", row);
    }

    [SkippableFact]
    public void Timestamp_that_is_not_over_something_else_leaves_the_answer_to_the_signers()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string file = bench.Write("stamped.p7m", new StampBench(bench).StampInside(SignedFiles.Attached(bench)));
        ToolRun run = bench.Run("jpki", "verify", file, "--anchor", bench.SignatureAnchors, "--at", "2020-01-01T00:00:00Z", NotAsking, "--json"); // before it was stamped
        run.Json[0].GetProperty("reason").GetString().ShouldBe("NotYetValid", run.All);
        run.Json[0].GetProperty("report").GetProperty("subject").GetString().ShouldBe("Signers");
        run.Json[0].GetProperty("report").GetProperty("parts").GetArrayLength().ShouldBe(1);
    }

    [SkippableFact]
    public void Timestamp_that_is_wrong_is_reported_alone_and_nobody_was_asked()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string file = bench.Write("changed.p7m", new StampBench(bench).StampInsideChanged(SignedFiles.Attached(bench)));
        ToolRun run = bench.Run("jpki", "verify", file, "--anchor", bench.SignatureAnchors, "--crl", bench.PublishNow("sign"), "--json");
        (run.Code, run.Json[0].GetProperty("statusAsked").GetBoolean()).ShouldBe((ExitCode.Refused, false), run.All);
        run.Json[0].GetProperty("report").GetProperty("subject").GetString().ShouldBe("Timestamp");
        Counts(run).ShouldBe((1, 0));
    }

    [SkippableTheory]
    [InlineData("en", "It is the list of CN=Time Root, which certified the timestamp's authority: --time-crl.")]
    [InlineData("ja", "CN=Time Root の失効リストです。--time-crl で指定してください。")]
    public void Missing_list_of_the_timestamps_authority_is_told_by_its_issuer_and_option(string language, string expected)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        string file = bench.Write("stamped.p7m", stamps.StampInside(SignedFiles.Attached(bench))), list = bench.PublishNow("sign");
        string[] words = ["jpki", "verify", file, "--anchor", bench.SignatureAnchors, "--crl", list, "--time-anchor", stamps.Anchor, "--time-crl", list];
        ToolRun run = bench.Run([.. words, "--lang", language]);
        run.Code.ShouldBe(ExitCode.Undetermined, run.All);
        run.Output.ShouldContain(expected);
        run.Output.ShouldNotContain("show-holder");
        bench.Run([.. words, "--json"]).Json[0].GetProperty("state").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [SkippableTheory]
    [InlineData("text", false)]
    [InlineData("a list that is cut", true)]
    public void List_of_timestamps_that_is_none_is_told_by_its_option(string row, bool isCut)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        string file = bench.Write("stamped.p7m", stamps.StampInside(SignedFiles.Attached(bench)));
        string odd = isCut ? bench.Write("cut.crl", File.ReadAllBytes(stamps.List)[..^1]) : stamps.Content;
        ToolRun run = bench.Run("jpki", "verify", file, "--anchor", bench.SignatureAnchors, "--crl", bench.PublishNow("sign"), "--time-anchor", stamps.Anchor, "--time-crl", odd, "--time-crl", stamps.List, "--json");
        run.Code.ShouldBe(ExitCode.Done, $"{row}: {run.All}");
        JsonElement unused = run.Json[0].GetProperty("listsNotUsed")[0];
        (unused.GetProperty("option").GetString(), unused.GetProperty("list").GetInt32(), unused.GetProperty("reason").GetString()).ShouldBe(("--time-crl", 1, "StatusMalformed"), row);
    }

    [SkippableFact]
    public void Timestamp_is_judged_under_its_authority_and_by_its_list()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        string file = bench.Write("stamped.p7m", stamps.StampInside(SignedFiles.Attached(bench)));
        ToolRun run = bench.Run("jpki", "verify", file, "--anchor", bench.SignatureAnchors, "--crl", bench.PublishNow("sign"), "--time-anchor", stamps.Anchor, "--time-crl", stamps.List, "--json");
        run.Code.ShouldBe(ExitCode.Done, run.All);
        Counts(run).ShouldBe((1, 0));
        JsonElement report = run.Json[0].GetProperty("report");
        report.GetProperty("subject").GetString().ShouldBe("TimestampedDocument");
        report.GetProperty("parts")[1].GetProperty("existence").GetProperty("proof").GetString().ShouldBe("Timestamp");
    }

    [SkippableTheory]
    [InlineData("no timestamp", "{plain} --time-anchor {root}", 1, "TimestampMissing")]
    [InlineData("another authority's anchor", "{stamped} --time-anchor {signanchor}", 1, "IssuerUnknown")]
    [InlineData("no authority's certificate", "{stamped} --time-anchor {text}", 3, "--time-anchor: A file holds something")]
    [InlineData("no such file", "{stamped} --time-anchor {new}", 3, "--time-anchor: The file does not exist.")]
    [InlineData("a list of another authority", "{stamped} --time-anchor {root} --crl {signlist} --time-crl {signlist}", 3, "StatusOutOfScope")]
    public void Timestamp_that_is_demanded_and_does_not_hold_says_why(string row, string line, int code, string expected)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        string[] words = [.. CaVerbTests.Words(bench, line).Select(word => word switch
        {
            "{plain}" => SignedFiles.Attached(bench),
            "{stamped}" => bench.Write("stamped.p7m", stamps.StampInside(SignedFiles.Attached(bench))),
            "{root}" => stamps.Anchor,
            "{signlist}" => bench.PublishNow("sign"),
            _ => word,
        })];
        string[] status = words.Contains("--crl") ? [] : [NotAsking];
        ToolRun run = bench.Run(["jpki", "verify", .. words, "--anchor", bench.SignatureAnchors, .. status, "--json"]);
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
        run.All.ShouldContain(expected, Case.Sensitive, row);
    }

    [Fact]
    public void Document_without_timestamps_says_nothing_of_them()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string file = SignedFiles.Attached(bench);
        bench.Run("jpki", "verify", file, "--anchor", bench.SignatureAnchors, NotAsking).Output.ShouldNotContain("TIMESTAMPS");
        Counts(bench.Run("jpki", "verify", file, "--anchor", bench.SignatureAnchors, NotAsking, "--json")).ShouldBe((0, 0));
    }

    private static (int Inside, int NotChecked) Counts(ToolRun run) => (run.Json[0].GetProperty("timestamps").GetInt32(), run.Json[0].GetProperty("timestampsNotChecked").GetInt32());
}
