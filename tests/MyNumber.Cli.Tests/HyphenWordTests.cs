using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests;

public sealed class HyphenWordTests
{
    private const string Secret = "-987654321098";

    [Theory]
    [InlineData("in place of a value", "number", "check", "individual", "--jsno")]
    [InlineData("of one letter in place of a value", "number", "check", "individual", "-j")]
    [InlineData("behind the lenient switch", "number", "check", "individual", "--lenient", "--jsno")]
    [InlineData("in front of the kind's value", "number", "identify", "--hint")]
    [InlineData("in place of a file", "number", "validate", "--jsno", "--kind", "individual")]
    [InlineData("in place of a code", "number", "issue", "local-government-corporate", "--jsno")]
    [InlineData("in place of a key file", "number", "issue", "individual", "--key-file", "--sead")]
    [InlineData("behind the double dash", "number", "check", "individual", "--", "--jsno")]
    [InlineData("a number with a hyphen in front", "number", "check", "individual", "--lenient", Secret)]
    [InlineData("with help", "number", "check", "individual", "--jsno", "--help")]
    public void Word_with_a_hyphen_in_front_is_usage_and_nothing_is_read(string row, params string[] arguments)
    {
        ToolRun run = ToolRun.Fed("123456789018\n", arguments);
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.TrimEnd().ShouldBe("mynumber: Unknown option '***'. A file of such a name is given as ./-name.", row);
    }

    [Theory]
    [InlineData("standard input", 0, "number", "check", "individual", "-")]
    [InlineData("a switch behind the value's place", 0, "number", "check", "individual", "-", "--json")]
    [InlineData("a seed below zero", 0, "number", "issue", "individual", "--seed", "-7")]
    [InlineData("a file behind a folder", 3, "number", "validate", "./-none", "--kind", "individual")]
    public void What_only_looks_alike_still_works(string row, int code, params string[] arguments) =>
        ((int)ToolRun.Fed("123456789018\n", arguments).Code).ShouldBe(code, row);
}
