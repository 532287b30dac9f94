using MyNumber.TestKit;

namespace MyNumber.Cli.Tests;

public sealed class ToolProcessTests
{
    private static readonly string _tool = typeof(CliApplication).Assembly.Location;

    [SkippableFact]
    public void Version_of_the_built_tool_ends_with_zero()
    {
        ProgramOutcome outcome = OutsideProgram.Require("dotnet", "dotnet-sdk-10.0").Run("exec", _tool, "--version");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.TrimEnd().ShouldMatch(@"\A\d+\.\d+\.\d+\z");
    }

    [SkippableFact]
    public void Wrong_use_of_the_built_tool_ends_with_two()
    {
        ProgramOutcome outcome = OutsideProgram.Require("dotnet", "dotnet-sdk-10.0").Run("exec", _tool, "frobnicate");
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
    }
}
