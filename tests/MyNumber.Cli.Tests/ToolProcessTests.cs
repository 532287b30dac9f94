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

    [SkippableTheory]
    [InlineData("valid", 0, "123456789018")]
    [InlineData("not valid", 1, "123456789012")]
    public void Check_of_the_built_tool_tells_by_its_exit_code(string row, int code, string text)
    {
        ProgramOutcome outcome = OutsideProgram.Require("dotnet", "dotnet-sdk-10.0").Run("exec", _tool, "number", "check", "individual", text, "--json", "--lang", "ja");
        outcome.ExitCode.ShouldBe(code, row);
        outcome.Output.ShouldContain("\"kind\":\"individual\"", Case.Sensitive, row);
        outcome.Output.Any(character => character > '\u3000').ShouldBeTrue(row);
        outcome.All.ShouldNotContain(text, Case.Sensitive, row);
    }

    [SkippableFact]
    public void Values_go_through_a_pipe_from_issue_to_check_and_validate()
    {
        OutsideProgram shell = OutsideProgram.Require("bash", "bash");
        OutsideProgram.Require("dotnet", "dotnet-sdk-10.0");
        ProgramOutcome outcome = shell.Run(
            "-c", "set -o pipefail; dotnet exec \"$0\" number issue individual --count 300 --seed 5 | dotnet exec \"$0\" number check individual | wc -l", _tool);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.Trim().ShouldBe("300");
        shell.Run("-c", "dotnet exec \"$0\" number issue corporate --count 100000 | dotnet exec \"$0\" number validate - --kind corporate", _tool).ExitCode.ShouldBe(0);
    }

    [SkippableFact]
    public void Agency_codes_go_through_pipes_from_derive_to_convert_to_inspect()
    {
        OutsideProgram shell = OutsideProgram.Require("bash", "bash");
        OutsideProgram.Require("dotnet", "dotnet-sdk-10.0");
        const string script = """
            set -o pipefail; tool() { dotnet exec "$tool" "$@"; }; tool=$0; keys=$1
            head -c 32 /dev/urandom > "$keys/link"; head -c 32 /dev/urandom > "$keys/code"
            tool number issue resident-code --count 3000 | tool link derive --link-key-file "$keys/link" --code-key-file "$keys/code" --holder 1 > "$keys/codes" &&
            tool link convert "$keys/codes" --code-key-file "$keys/code" --from 1 --to 2 | tool link inspect --code-key-file "$keys/code" --holder 2 | grep -c Genuine
            echo $?
            tool link inspect "$keys/codes" --code-key-file "$keys/code" --holder 2 | grep -c Foreign
            echo ${PIPESTATUS[0]}
            """;
        using TemporaryFolder keys = new();
        ProgramOutcome outcome = shell.Run("-c", script, _tool, keys.Path);
        outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["3000", "0", "3000", "1"], outcome.Error);
    }

    [SkippableFact]
    public void Reader_that_goes_away_is_not_success()
    {
        OutsideProgram shell = OutsideProgram.Require("bash", "bash");
        OutsideProgram.Require("dotnet", "dotnet-sdk-10.0");
        ProgramOutcome outcome = shell.Run("-c", "dotnet exec \"$0\" number issue individual --count 1000000000 | head -n 1; echo ${PIPESTATUS[0]}", _tool);
        outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].ShouldBe("3", outcome.Error);
    }

    [SkippableFact]
    public void Interrupt_ends_a_run_that_waits_for_input_cleanly()
    {
        OutsideProgram shell = OutsideProgram.Require("bash", "bash");
        OutsideProgram.Require("dotnet", "dotnet-sdk-10.0");

        // The first answer shows that the tool is up and waits for the next line of a pipe that stays open.
        const string script = """
            coproc tool { exec dotnet exec "$0" number check individual 2>&1; }
            pid=$tool_PID; exec 5<&"${tool[0]}" 6>&"${tool[1]}"
            echo 123456789018 >&6; read -r first <&5
            kill -TERM "$pid"; read -r last <&5
            wait "$pid"; echo "$?: $last"
            """;
        ProgramOutcome outcome = shell.Run("-c", script, _tool);
        outcome.Output.Trim().ShouldBe("3: mynumber: Stopped before the end.", outcome.Error);
    }
}
