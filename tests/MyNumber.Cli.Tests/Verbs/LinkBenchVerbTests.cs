using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Verbs;

namespace MyNumber.Cli.Tests.Verbs;

/// <summary>By a clock that goes a millisecond for each batch: 4,096 codes by either cipher, 64 by the hash.</summary>
public sealed class LinkBenchVerbTests
{
    [Fact]
    public void Summary_is_the_last_line_and_follows_from_the_rate()
    {
        ToolRun run = Bench("--seconds=1", "--lang=en");
        run.Code.ShouldBe(ExitCode.Done);
        run.Lines.ShouldBe(
        [
            "4.1 million codes a second on one core, 1.00 times bulk Aes.EncryptEcb, 64 times HMACSHA256.HashData",
            "30.52 seconds for one agency over 125 million people, and 84.77 core-hours for all agencies (10,000)",
        ]);
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public void Japanese_has_the_same_numbers()
    {
        string[] lines = Bench("--seconds=1", "--lang=ja").Lines;
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain("64 倍");
        lines[1].ShouldContain("30.52 秒");
        lines[1].ShouldContain("84.77 コア時間");
    }

    [Fact]
    public void Json_is_one_object()
    {
        JsonElement[] answers = Bench("--seconds=1", "--json").Json;
        answers.Length.ShouldBe(1);
        answers[0].GetProperty("codesPerSecond").GetDouble().ShouldBe(4_096_000);
        answers[0].GetProperty("timesEncryptEcb").GetDouble().ShouldBe(1);
        answers[0].GetProperty("timesHmac").GetDouble().ShouldBe(64);
        answers[0].GetProperty("people").GetInt32().ShouldBe(125_000_000);
        answers[0].GetProperty("secondsForOneAgency").GetDouble().ShouldBe(30.518);
        answers[0].GetProperty("agencies").GetInt32().ShouldBe(10_000);
        answers[0].GetProperty("coreHoursForAllAgencies").GetDouble().ShouldBe(84.771);
    }

    [Fact]
    public void Terminal_sees_a_progress_bar_and_then_the_summary()
    {
        ToolRun run = Bench(isTerminal: true, CancellationToken.None, "--seconds=1", "--lang=en");
        run.Code.ShouldBe(ExitCode.Done);
        run.Error.ShouldContain("bench");
        run.Lines[^1].ShouldContain("core-hours for all agencies (10,000)");
    }

    [Fact]
    public void Json_has_no_progress_bar() => Bench(isTerminal: true, CancellationToken.None, "--seconds=1", "--json").Error.ShouldBeEmpty();

    [Fact]
    public void Debug_build_says_that_its_rates_say_nothing()
    {
        ToolRun run = Bench(isTerminal: false, isOptimized: false, CancellationToken.None, "--seconds=1");
        run.Code.ShouldBe(ExitCode.Done);
        run.Error.TrimEnd().ShouldBe($"mynumber: {LinkBenchVerb.Notice}");
    }

    [Fact]
    public void Stop_ends_a_run()
    {
        ToolRun run = Bench(isTerminal: false, new CancellationToken(canceled: true), "--seconds=600");
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no time", "--seconds=0")]
    [InlineData("negative time", "--seconds=-1")]
    [InlineData("too long", "--seconds=601")]
    [InlineData("no number", "--seconds=98765432x98")]
    [InlineData("an argument", "98765432x98")]
    public void Wrong_use_is_usage(string row, string argument)
    {
        ToolRun run = Bench(argument);
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldNotContain("98765432x98", Case.Sensitive, row);
    }

    private static ToolRun Bench(params string[] arguments) => Bench(isTerminal: false, CancellationToken.None, arguments);

    private static ToolRun Bench(bool isTerminal, CancellationToken cancellation, params string[] arguments) => Bench(isTerminal, isOptimized: true, cancellation, arguments);

    private static ToolRun Bench(bool isTerminal, bool isOptimized, CancellationToken cancellation, params string[] arguments)
    {
        StringWriter output = new();
        StringWriter error = new();
        CliStreams streams = new(output, error) { IsErrorTerminal = isTerminal };
        ExitCode code = CliApplication.Run(["bench", .. arguments], streams, [new LinkBenchVerb(new SteppingTime(), isOptimized)], cancellation);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
