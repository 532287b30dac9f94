using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Tests.Authorities;

namespace MyNumber.Cli.Tests.Certificates;

public sealed class JpkiLintVerbTests
{
    [Theory]
    [InlineData("login certificate", "{card}", "JPKI-AUTH")]
    [InlineData("signature certificate", "{sign}", "JPKI-SIGN")]
    [InlineData("signature authority", "{signanchor}", "JPKI-CA")]
    [InlineData("login authority", "{anchor}", "JPKI-CA")]
    public void Certificates_of_the_lab_have_no_error(string row, string file, string profile)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run(["jpki", "lint", .. CaVerbTests.Words(bench, file), "--json"]);
        run.Code.ShouldBe(ExitCode.Done, $"{row}: {run.Output}");
        run.Json[0].GetProperty("profile").GetString()!.ShouldStartWith(profile, Case.Sensitive, row);
        run.Json[0].GetProperty("errors").GetInt32().ShouldBe(0, row);
        AuthorityBench.Secrets.ShouldAllBe(secret => !run.All.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void List_is_known_by_its_contents()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run("jpki", "lint", bench.PublishNow("auth"), "--json");
        run.Code.ShouldBe(ExitCode.Done, run.Output);
        run.Json[0].GetProperty("profile").GetString().ShouldBe("JPKI-CRL");
    }

    [Theory]
    [InlineData("the other profile", "{card} --profile sign")]
    [InlineData("an authority's profile", "{card} --profile auth-ca")]
    [InlineData("production's names", "{card} --environment production")]
    public void Error_is_refused_and_has_a_clause(string row, string line)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run(["jpki", "lint", .. CaVerbTests.Words(bench, line), "--json"]);
        run.Code.ShouldBe(ExitCode.Refused, row);
        JsonElement finding = run.Json[0].GetProperty("findings")[0];
        finding.GetProperty("rank").GetString().ShouldBe("Error", row);
        finding.GetProperty("clause").GetString().ShouldNotBeNullOrEmpty(row);
        AuthorityBench.Secrets.ShouldAllBe(secret => !run.All.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text", "{text}", 1)]
    [InlineData("no file", "{new}", 3)]
    [InlineData("an unknown profile", "{card} --profile phone", 2)]
    [InlineData("no argument", "", 2)]
    public void Wrong_use_and_wrong_files_have_their_codes(string row, string line, int code)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run(["jpki", "lint", .. CaVerbTests.Words(bench, line).Where(word => word.Length > 0)]);
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
        run.Output.ShouldBeEmpty(row);
    }

    [Fact]
    public void Report_is_japanese_where_asked()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun.Of("jpki", "lint", bench.UserAuthentication, "--lang", "ja").Output.ShouldContain("誤り 0 件");
    }
}
