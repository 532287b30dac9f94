using System.Text.RegularExpressions;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests;

public sealed partial class JapaneseHelpTests
{
    [Theory]
    [InlineData("card")]
    [InlineData("card list")]
    [InlineData("card info")]
    [InlineData("card pins")]
    [InlineData("card read")]
    [InlineData("card sign")]
    [InlineData("card change-pin")]
    [InlineData("card doctor")]
    [InlineData("emulate")]
    public void Help_in_japanese_has_no_english_sentence(string verb)
    {
        ToolRun run = ToolRun.Of([.. verb.Split(' '), "--help", "--lang", "ja"]);
        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ShouldContain("終了コード");
        EnglishSentence().Match(run.Output.Replace("Description:", string.Empty, StringComparison.Ordinal)).Value.ShouldBeEmpty();
    }

    [Fact]
    public void Lists_of_names_stay_in_the_japanese_help()
    {
        ToolRun run = ToolRun.Of("card", "read", "--help", "--lang", "ja");
        run.Output.ShouldContain("次のいずれか: number, attributes, age, face");
        run.Output.ShouldContain("input-support, matching-a, matching-b");
    }

    [Fact]
    public void Help_in_english_stays_english_after_a_japanese_run()
    {
        ToolRun.Of("card", "read", "--help", "--lang", "ja").Code.ShouldBe(ExitCode.Done);
        ToolRun run = ToolRun.Of("card", "read", "--help", "--lang", "en");
        run.Output.ShouldContain("Read from the card.");
        run.Output.Any(character => character > '\u3000').ShouldBeFalse();
    }

    // Four words in a row: the words that lead to a verb are fewer.
    [GeneratedRegex(@"\b[A-Za-z]?[a-z]+ [a-z]+ [a-z]+ [a-z]+\b")]
    private static partial Regex EnglishSentence();
}
