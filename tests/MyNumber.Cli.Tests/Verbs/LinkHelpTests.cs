using System.Text.Json;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Verbs;

public sealed class LinkHelpTests : IDisposable
{
    private readonly LinkFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("derive", "0 all made; 1 some rows refused; 2 the command line is wrong, nothing was done; 3 no answer: a file cannot be read, no row came in, or the run was stopped.")]
    [InlineData("convert", "0 all converted; 1 some rows refused; 2 the command line is wrong, nothing was done; 3 no answer: a file cannot be read, no row came in, or the run was stopped.")]
    [InlineData("inspect", "0 all genuine; 1 some not; 2 the command line is wrong, nothing was done; 3 no answer: a file cannot be read, no row came in, or the run was stopped.")]
    [InlineData("bench", "0 measured; 2 the command line is wrong, nothing was done; 3 the run was stopped.")]
    public void Help_names_the_exit_codes(string verb, string exits)
    {
        ToolRun run = ToolRun.Of("link", verb, "--help");
        run.Code.ShouldBe(ExitCode.Done, verb);
        string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain($"Exit codes: {exits}", Case.Sensitive, verb);
    }

    [Theory]
    [InlineData("derive", true)]
    [InlineData("convert", true)]
    [InlineData("inspect", true)]
    [InlineData("bench", false)]
    public void Help_says_that_the_file_is_optional(string verb, bool hasFile)
    {
        string help = ToolRun.Of("link", verb, "--help").Output;
        (help.Contains("[<FILE>]", StringComparison.Ordinal), help.Contains("<FILE>  Optional.", StringComparison.Ordinal)).ShouldBe((hasFile, hasFile), verb);
    }

    [Theory]
    [InlineData("derive, csv", "link derive LINK CODE --holder 1 --format csv --json")]
    [InlineData("convert, csv", "link convert CODE --from 1 --to 2 --format csv --json")]
    [InlineData("inspect, lines", "link inspect CODE --holder 1 --format lines --json")]
    [InlineData("issue, csv", "number issue individual --seed 1 --format csv --json")]
    [InlineData("issue, lines", "number issue corporate --seed 1 --format lines --json")]
    public void Another_format_beside_json_is_usage_told_in_json(string row, string line)
    {
        string[] words = line.Split(' ', 2);
        ToolRun run = ToolRun.Fed(LinkFiles.AtOne, [.. words[0] == "link" ? _files.Arguments(words[1]) : line.Split(' '), "--lang", "en"]);
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        JsonElement error = JsonDocument.Parse(run.Error).RootElement;
        error.GetProperty("error").GetString().ShouldBe("usage", row);
        error.GetProperty("messages")[0].GetString().ShouldBe("--json and another --format exclude each other.", row);
    }
}
