using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests;

public sealed class CliApplicationTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly CliStreams _streams;

    public CliApplicationTests() => _streams = new CliStreams(_output, _error);

    [Fact]
    public void Version_is_one_line_on_output()
    {
        CliApplication.Run(["--version"], _streams).ShouldBe(ExitCode.Done);
        _output.ToString().TrimEnd().ShouldMatch(@"\A\d+\.\d+\.\d+\z");
        _error.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("json last", "--version", "--json")]
    [InlineData("json first", "--json", "--version")]
    public void Version_in_json_has_name_and_version(string row, params string[] arguments)
    {
        CliApplication.Run(arguments, _streams).ShouldBe(ExitCode.Done, row);
        using JsonDocument answer = JsonDocument.Parse(_output.ToString());
        answer.RootElement.GetProperty("name").GetString().ShouldBe("mynumber");
        answer.RootElement.GetProperty("version").GetString()!.ShouldMatch(@"\A\d+\.\d+\.\d+\z");
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("unknown verb", "frobnicate")]
    [InlineData("unknown option", "--frobnicate")]
    [InlineData("a value for a switch", "--version", "maybe")]
    [InlineData("json alone", "--json")]
    public void Wrong_command_line_is_usage_on_error_only(string row, params string[] arguments)
    {
        CliApplication.Run(arguments, _streams).ShouldBe(ExitCode.Usage, row);
        _output.ToString().ShouldBeEmpty(row);
        _error.ToString().ShouldNotBeNullOrWhiteSpace(row);
    }

    [Fact]
    public void Usage_error_in_json_is_one_object_on_a_line()
    {
        CliApplication.Run(["frobnicate", "--json"], _streams).ShouldBe(ExitCode.Usage);
        _error.ToString().TrimEnd().ShouldNotContain('\n');
        using JsonDocument failure = JsonDocument.Parse(_error.ToString());
        failure.RootElement.GetProperty("error").GetString().ShouldBe("usage");
        failure.RootElement.GetProperty("exitCode").GetInt32().ShouldBe(2);
        failure.RootElement.GetProperty("messages").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("as an argument", "typed-secret")]
    [InlineData("after a switch", "--version", "typed-secret")]
    [InlineData("as an option's value", "--pin=typed-secret")]
    [InlineData("twice", "typed-secret", "typed-secret")]
    [InlineData("behind the double dash", "--", "typed-secret")]
    [InlineData("as a response file", "@typed-secret")]
    [InlineData("as a response file after a switch", "--json", "@typed-secret")]
    [InlineData("behind the suggest directive", "[suggest:1]", "typed-secret")]
    [InlineData("inside the suggest directive", "[suggest:typed-secret]")]
    [InlineData("behind the diagram directive", "[diagram]", "typed-secret")]
    [InlineData("inside an unknown directive", "[typed-secret]")]
    [InlineData("behind help", "--help", "typed-secret")]
    [InlineData("in front of help", "typed-secret", "--help")]
    public void Usage_error_never_repeats_what_was_typed(string row, params string[] arguments)
    {
        CliApplication.Run(arguments, _streams).ShouldBe(ExitCode.Usage, row);
        _error.ToString().ShouldNotContain("typed-secret", Case.Sensitive, row);
        _error.ToString().ShouldNotBeNullOrWhiteSpace(row);
        _output.ToString().ShouldBeEmpty(row);
    }

    [Theory]
    [InlineData("help with a word", "--help", "extra")]
    [InlineData("suggest directive alone", "[suggest:1]")]
    [InlineData("diagram directive alone", "[diagram]")]
    [InlineData("suggest directive in front of a verb", "[suggest:1]", "probe")]
    [InlineData("environment directive in front of a verb", "[env:NAME=value]", "probe")]
    [InlineData("response file in front of a verb", "@file", "probe")]
    public void What_the_tool_does_not_know_keeps_a_verb_from_running(string row, params string[] arguments)
    {
        ProbeVerb verb = new((_, _) => throw new InvalidOperationException());
        CliApplication.Run(arguments, _streams, [verb]).ShouldBe(ExitCode.Usage, row);
        _output.ToString().ShouldBeEmpty(row);
        _error.ToString().ShouldNotContain("extra", Case.Sensitive, row);
    }

    [Theory]
    [InlineData("done", 0)]
    [InlineData("refused", 1)]
    [InlineData("usage", 2)]
    [InlineData("undetermined", 3)]
    public void Verb_outcome_is_the_exit_code(string row, int code) =>
        ((int)CliApplication.Run(["probe"], _streams, [new ProbeVerb((_, _) => (ExitCode)code)])).ShouldBe(code, row);

    [Fact]
    public void Json_after_the_verb_reaches_the_verb()
    {
        ProbeVerb verb = new((_, context) => context.Report.Fail(ExitCode.Refused, ["no"]));
        CliApplication.Run(["probe", "--json"], _streams, [verb]).ShouldBe(ExitCode.Refused);
        _error.ToString().TrimEnd().ShouldBe("""{"error":"refused","exitCode":1,"messages":["no"]}""");
    }

    [Fact]
    public void Verb_that_throws_is_undetermined_and_keeps_the_message_to_itself()
    {
        ProbeVerb verb = new((_, _) => throw new InvalidOperationException("typed-secret"));
        CliApplication.Run(["probe"], _streams, [verb]).ShouldBe(ExitCode.Undetermined);
        _error.ToString().TrimEnd().ShouldBe("mynumber: The tool failed: InvalidOperationException.");
    }

    [Fact]
    public void Verb_that_was_stopped_is_undetermined()
    {
        ProbeVerb verb = new((_, context) => throw new OperationCanceledException(context.Cancellation));
        CliApplication.Run(["probe"], _streams, [verb], new CancellationToken(canceled: true)).ShouldBe(ExitCode.Undetermined);
        _error.ToString().TrimEnd().ShouldBe("mynumber: Stopped before the end.");
    }

    [Theory]
    [InlineData("alone", "group")]
    [InlineData("with an unknown verb", "group", "typed-secret")]
    public void Group_without_a_verb_is_usage(string row, params string[] arguments)
    {
        VerbGroup group = new("group", "group", "Words.", [new ProbeVerb((_, _) => ExitCode.Done)]);
        CliApplication.Run(arguments, _streams, [group]).ShouldBe(ExitCode.Usage, row);
        _output.ToString().ShouldBeEmpty(row);
        _error.ToString().ShouldNotContain("typed-secret", Case.Sensitive, row);
    }

    [Fact]
    public void Verb_below_a_group_runs_with_the_options_of_the_tool()
    {
        VerbGroup group = new("group", "group", "Words.", [new ProbeVerb((_, context) => context.Report.Succeed("text", [("language", context.Language.ToString())]))]);
        CliApplication.Run(["group", "probe", "--json", "--lang", "ja"], _streams, [group]).ShouldBe(ExitCode.Done);
        _output.ToString().TrimEnd().ShouldBe("""{"language":"Japanese"}""");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("de")]
    public void Usage_error_masks_in_the_languages_of_the_platform(string culture)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            CliApplication.Run(["--lang", "typed-secret"], _streams).ShouldBe(ExitCode.Usage);
            CliApplication.Run(["typed-secret"], _streams).ShouldBe(ExitCode.Usage);
            CliApplication.Run(["number", "check", "typed-secret", "other-secret"], _streams).ShouldBe(ExitCode.Usage);
            CliApplication.Run(["number", "check", "individual", "typed-secret", "other-secret"], _streams).ShouldBe(ExitCode.Usage);
            CliApplication.Run(["number", "check", "--lenient=typed-secret"], _streams).ShouldBe(ExitCode.Usage);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        _error.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public void Help_is_done_and_names_the_options()
    {
        CliApplication.Run(["--help"], _streams).ShouldBe(ExitCode.Done);
        _output.ToString().ShouldContain("--json");
    }

    private sealed class ProbeVerb(Func<ParseResult, VerbContext, ExitCode> run) : IVerb
    {
        public Command Describe() => new("probe");

        public ExitCode Run(ParseResult parsed, VerbContext context) => run(parsed, context);
    }
}
