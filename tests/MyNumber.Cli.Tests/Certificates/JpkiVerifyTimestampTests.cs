using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Tests.Authorities;

namespace MyNumber.Cli.Tests.Certificates;

/// <summary>Timestamps that openssl made, under anchors that are not JPKI's.</summary>
public sealed class JpkiVerifyTimestampTests
{
    private const string NotAsking = "--accept-without-asking-for-the-status";

    [SkippableTheory]
    [InlineData("the authority's whole answer", false)]
    [InlineData("the token alone", true)]
    public void Timestamp_over_the_file_is_valid_by_its_authoritys_list(string row, bool tokenOnly)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        ToolRun run = bench.Run("jpki", "verify", stamps.Stamp(tokenOnly), "--content", stamps.Content, "--anchor", stamps.Anchor, "--crl", stamps.List, "--json");
        run.Code.ShouldBe(ExitCode.Done, $"{row}: {run.All}");
        JsonElement answer = run.Json[0];
        (answer.GetProperty("kind").GetString(), answer.GetProperty("statusAsked").GetBoolean()).ShouldBe(("Timestamp", true), row);
        JsonElement report = answer.GetProperty("report");
        report.GetProperty("subject").GetString().ShouldBe("Timestamp", row);
        report.GetProperty("existence").GetProperty("proof").GetString().ShouldBe("Timestamp", row);
    }

    [SkippableTheory]
    [InlineData("another file", "--content {text} --anchor {root} --crl {list}", 1, "TimestampImprintMismatch")]
    [InlineData("no list of its authority", "--content {stamped} --anchor {root} --crl {otherlist}", 3, "StatusOutOfScope")]
    [InlineData("another hierarchy's anchor", "--content {stamped} --anchor {signanchor} --crl {list}", 1, "IssuerUnknown")]
    [InlineData("before it was stamped", "--content {stamped} --anchor {root} --at 2020-01-01T00:00:00Z " + NotAsking, 1, "TimestampOutOfPeriod")]
    public void Timestamp_that_does_not_hold_says_why(string row, string line, int code, string reason)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        ToolRun run = bench.Run(["jpki", "verify", stamps.Stamp(), .. Words(bench, stamps, line), "--json"]);
        (run.Json.Length == 0 ? run.All : run.Json[0].GetProperty("reason").GetString()).ShouldBe(reason, $"{row}: {run.All}");
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
    }

    [SkippableTheory]
    [InlineData("en", "It is the list of CN=Time Root")]
    [InlineData("ja", "CN=Time Root の失効リストです。")]
    public void Missing_list_of_a_timestamps_authority_is_told_by_its_issuer(string language, string expected)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        ToolRun run = bench.Run("jpki", "verify", stamps.Stamp(), "--content", stamps.Content, "--anchor", stamps.Anchor, "--crl", bench.PublishNow("sign"), "--lang", language);
        run.Code.ShouldBe(ExitCode.Undetermined, run.All);
        run.Output.ShouldContain(expected);
    }

    [SkippableFact]
    public void Text_for_a_list_of_a_timestamps_authority_is_told()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        ToolRun run = bench.Run("jpki", "verify", stamps.Stamp(), "--content", stamps.Content, "--anchor", stamps.Anchor, "--crl", stamps.Content, "--json");
        run.Code.ShouldBe(ExitCode.Undetermined, run.All);
        run.Json[0].GetProperty("listsNotUsed")[0].GetProperty("list").GetInt32().ShouldBe(1);
    }

    [SkippableTheory]
    [InlineData("how to use several sources", "--content {stamped} --anchor {root} --crl {list} --sources freshest")]
    [InlineData("anchors of timestamps inside", "--content {stamped} --anchor {root} --time-anchor {root} " + NotAsking)]
    [InlineData("no content", "--anchor {root} " + NotAsking)]
    [InlineData("a responder", "--content {stamped} --anchor {root} --ocsp http://127.0.0.1:1/")]
    [InlineData("a stapled response", "--content {stamped} --anchor {root} --stapled {text}")]
    [InlineData("an option of XML", "--content {stamped} --anchor {root} --xml-enveloped form " + NotAsking)]
    [InlineData("signing-certificate", "--content {stamped} --anchor {root} --require-signing-certificate " + NotAsking)]
    [InlineData("a policy", "--content {stamped} --anchor {root} --policy 1.2.3 " + NotAsking)]
    [InlineData("a purpose", "--content {stamped} --anchor {root} --purpose sign " + NotAsking)]
    [InlineData("an environment, the usual one too", "--content {stamped} --anchor {root} --environment lab " + NotAsking)]
    [InlineData("an option of PDF", "--content {stamped} --anchor {root} --pdf-later-signatures " + NotAsking)]
    public void Wrong_use_for_a_timestamp_is_usage(string row, string line)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        bench.Run(["jpki", "verify", stamps.Stamp(), .. Words(bench, stamps, line)]).Code.ShouldBe(ExitCode.Usage, row);
    }

    [SkippableTheory]
    [InlineData("an authority under it", "intermediate")]
    [InlineData("a certificate that signed itself and is no authority", "leaf")]
    [InlineData("an authority of its name that another key signed", "forged")]
    [InlineData("a damaged block", "damaged")]
    [InlineData("text", "text")]
    public void Anchor_file_that_holds_more_than_authorities_that_signed_themselves_is_not_used(string row, string odd)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        ToolRun run = bench.Run("jpki", "verify", stamps.Stamp(), "--content", stamps.Content, "--anchor", stamps.Beside(odd), "--crl", stamps.List);
        run.Code.ShouldBe(ExitCode.Undetermined, $"{row}: {run.All}");
        run.Error.ShouldContain("no authority's self-signed certificate", Case.Sensitive, row);
    }

    [Fact]
    public void Answer_that_grants_nothing_proves_and_disproves_nothing()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        StampBench stamps = new(bench);
        string refusal = bench.Write("refused.tsr", [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02]); // PKIStatus rejection(2)
        ToolRun run = bench.Run("jpki", "verify", refusal, "--content", stamps.Content, "--anchor", stamps.Anchor, NotAsking, "--json");
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Json[0].GetProperty("reason").GetString().ShouldBe("TimestampRefused");
    }

    private static string[] Words(AuthorityBench bench, StampBench stamps, string line) => [.. line.Split(' ').Select(word => word switch
    {
        "{text}" => bench.Write("text.txt", "something else"),
        "{stamped}" => stamps.Content,
        "{root}" => stamps.Anchor,
        "{list}" => stamps.List,
        "{otherlist}" => bench.PublishNow("sign"),
        "{signanchor}" => bench.SignatureAnchors,
        _ => word,
    })];
}
