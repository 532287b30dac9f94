using MyNumber.Cli.Contract;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests;

public sealed class OutputLossTests
{
    private const int NoSpace = 28;
    private const int BrokenPipe = 32;

    private readonly StringWriter _error = new();

    [SkippableFact]
    public void Reader_that_has_seen_enough_needs_no_word()
    {
        Skip.If(OperatingSystem.IsWindows(), "errno of Unix");
        Run(BrokenPipe, "number", "issue", "individual", "--count", "50000").ShouldBe(ExitCode.Undetermined);
        _error.ToString().ShouldNotContain("failed");
        _error.ToString().ShouldNotContain("written");
    }

    [Theory]
    [InlineData("English", "en", "The output could not be written.")]
    [InlineData("Japanese", "ja", "出力に書き込めません。")]
    public void Full_disk_is_named(string row, string language, string expected)
    {
        Run(NoSpace, "number", "issue", "individual", "--count", "50000", "--lang", language).ShouldBe(ExitCode.Undetermined, row);
        _error.ToString().TrimEnd().ShouldEndWith($"mynumber: {expected}", Case.Sensitive, row);
    }

    [Fact]
    public void Output_that_is_lost_is_no_fault_of_the_file_that_is_read()
    {
        Run(NoSpace, "number", "validate", "-", "--kind", "individual", "--json", "--lang", "en").ShouldBe(ExitCode.Undetermined);
        _error.ToString().ShouldContain("The output could not be written.");
    }

    [SkippableFact]
    public void Built_tool_names_a_full_disk()
    {
        OutsideProgram shell = OutsideProgram.Require("bash", "bash");
        OutsideProgram.Require("dotnet", "dotnet-sdk-10.0");
        Skip.IfNot(File.Exists("/dev/full"), "no /dev/full");
        ProgramOutcome outcome = shell.Run("-c", "dotnet exec \"$0\" number issue individual --count 3 --lang ja > /dev/full", typeof(CliApplication).Assembly.Location);
        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("出力に書き込めません。");
    }

    private ExitCode Run(int errno, params string[] arguments)
    {
        StreamWriter output = new(new OutputStream(new BrokenStream(errno))) { AutoFlush = true };
        byte[] bad = "1\n2\n3\n"u8.ToArray();
        return CliApplication.Run(arguments, new CliStreams(output, _error) { OpenInput = () => new MemoryStream(bad) });
    }

    private sealed class BrokenStream(int errno) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("no", errno);
    }
}
