using System.Text.RegularExpressions;

namespace MyNumber.Testing.Tests;

/// <summary>The first program of docs/linkage as a user runs it.</summary>
public sealed partial class LinkageQuickStartTests
{
    [Fact]
    public async Task Program_prints_what_its_comments_say()
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("LinkageQuickStart", []);

        exitCode.ShouldBe(0, output + error);
        string[] lines = output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines[..3].ShouldBe(["Done, Provided: income of 0", "Waiting", "Done, Provided: grade of 0"]);
        Record().IsMatch(lines[3]).ShouldBeTrue(lines[3]);
        lines[4..].ShouldBe(["True"]);
    }

    [GeneratedRegex(@"\Arecord [-0-9a-f]{36}: agency 101 asked agency 103 for 2 items at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z, Provided\z")]
    private static partial Regex Record();
}
