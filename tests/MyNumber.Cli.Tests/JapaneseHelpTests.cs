using System.Text.RegularExpressions;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests;

public sealed partial class JapaneseHelpTests
{
    [Theory]
    [InlineData("number check")]
    [InlineData("number identify")]
    [InlineData("number validate")]
    [InlineData("number issue individual")]
    [InlineData("number issue resident-code")]
    [InlineData("number issue corporate")]
    [InlineData("number issue local-government-corporate")]
    [InlineData("link derive")]
    [InlineData("link convert")]
    [InlineData("link inspect")]
    [InlineData("link bench")]
    [InlineData("card")]
    [InlineData("card list")]
    [InlineData("card info")]
    [InlineData("card pins")]
    [InlineData("card read")]
    [InlineData("card sign")]
    [InlineData("card change-pin")]
    [InlineData("card doctor")]
    [InlineData("emulate")]
    [InlineData("jpki inspect")]
    [InlineData("jpki lint")]
    [InlineData("jpki verify")]
    [InlineData("jpki status")]
    [InlineData("ca init")]
    [InlineData("ca issue")]
    [InlineData("ca hold")]
    [InlineData("ca resume")]
    [InlineData("ca revoke")]
    [InlineData("ca crl")]
    [InlineData("ca serve")]
    public void Help_in_japanese_has_no_english_sentence(string verb)
    {
        ToolRun run = ToolRun.Of([.. verb.Split(' '), "--help", "--lang", "ja"]);
        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ShouldContain("終了コード");
        EnglishSentence().Match(run.Output.Replace(verb, string.Empty, StringComparison.Ordinal)).Value.ShouldBeEmpty();
        new[] { "Description:", "(REQUIRED)", "[default:", "[options]" }.ShouldAllBe(word => !run.Output.Contains(word, StringComparison.Ordinal));
        run.Output.ShouldContain("説明:");
    }

    [Fact]
    public void Lists_of_names_stay_in_the_japanese_help()
    {
        ToolRun run = ToolRun.Of("card", "read", "--help", "--lang", "ja");
        run.Output.ShouldContain("次のいずれか: number, attributes, age, face");
        run.Output.ShouldContain("input-support, matching-a, matching-b");
    }

    [Theory]
    [InlineData("jpki verify", "next-when-unreachable, next-when-unreachable-or-unknown, freshest, two-that-agree")]
    [InlineData("jpki verify", "{アドレス}名前")]
    [InlineData("ca revoke", "unspecified, key-compromise")]
    [InlineData("jpki", "公的個人認証の電子証明書")]
    [InlineData("ca", "実験用の認証局の作成")]
    public void Help_of_certificates_and_authorities_keeps_its_lists(string verb, string expected) =>
        ToolRun.Of([.. verb.Split(' '), "--help", "--lang", "ja"]).Output.ReplaceLineEndings(string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal)
            .ShouldContain(expected.Replace(" ", string.Empty, StringComparison.Ordinal));

    [Fact]
    public void Help_in_english_stays_english_after_a_japanese_run()
    {
        ToolRun.Of("card", "read", "--help", "--lang", "ja").Code.ShouldBe(ExitCode.Done);
        ToolRun run = ToolRun.Of("card", "read", "--help", "--lang", "en");
        run.Output.ShouldContain("Read from the card.");
        run.Output.Any(character => character > '\u3000').ShouldBeFalse();
    }

    // Four words in a row.
    [GeneratedRegex(@"\b[A-Za-z]?[a-z]+ [a-z]+ [a-z]+ [a-z]+\b")]
    private static partial Regex EnglishSentence();
}
