using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("no verb", 2, "操作が指定されていません。")]
    [InlineData("no verb in a group", 2, "操作が指定されていません。", "number")]
    [InlineData("no value", 3, "標準入力に値がありませんでした。", "number", "identify")]
    [InlineData("missing file", 3, "ファイルがありません。", "number", "validate", "./none", "--kind", "individual")]
    [InlineData("column 0", 2, "--csv-column は1から数えます。", "number", "validate", "-", "--kind", "individual", "--csv-column", "0")]
    [InlineData("empty file", 3, "ファイルに行がありません。", "number", "validate", "-", "--kind", "individual")]
    [InlineData("word in place of a count", 2, "--count には整数を指定してください。", "number", "issue", "individual", "--count", "many")]
    [InlineData("unknown verb", 2, "認識されないコマンドまたは引数 '***'", "numbre")]
    [InlineData("unknown kind", 2, "引数 '***' は認識されません。", "number", "check", "nothing")]
    [InlineData("missing option", 2, "--anchor を指定してください。", "jpki", "verify", "x")]
    [InlineData("mistyped option", 2, "不明なオプション '***' です。", "number", "identify", "--hint")]
    public void Fixed_messages_are_japanese_where_asked(string row, int code, string expected, params string[] arguments)
    {
        ToolRun run = ToolRun.Of([.. arguments, "--lang", "ja"]);
        ((int)run.Code).ShouldBe(code, row);
        run.Error.ShouldContain($"mynumber: {expected}", Case.Sensitive, row);
    }

    [Theory]
    [InlineData("count", "--count", "many")]
    [InlineData("seed", "--seed", "1.5")]
    [InlineData("too many digits", "--count", "99999999999999999999")]
    public void Word_in_place_of_a_number_is_told_without_the_type(string row, string option, string text)
    {
        ToolRun run = ToolRun.Of("number", "issue", "individual", option, text, "--lang", "en");
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Error.TrimEnd().ShouldBe($"mynumber: {option} takes a whole number.", row);
    }

    [Theory]
    [InlineData("English", "en", ".")]
    [InlineData("Japanese", "ja", "。")]
    public void Notice_of_the_observed_rule_ends_as_the_language_does(string row, string language, string end)
    {
        ToolRun run = ToolRun.Of("number", "issue", "local-government-corporate", "130001", "--lang", language);
        run.Error.TrimEnd().ShouldEndWith(end, Case.Sensitive, row);
    }

    [Fact]
    public void Nothing_derived_has_no_notice_of_the_rule()
    {
        ToolRun run = ToolRun.Of("number", "issue", "local-government-corporate", "130002", "--lang", "en");
        run.Code.ShouldBe(ExitCode.Refused);
        run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("WrongCheckDigit");
    }

    [Theory]
    [InlineData("implausible", "employment-insurance", "11111111111", "implausible", "疑わしい")]
    [InlineData("plausible", "employment-insurance", "12345678901", "plausible", "もっともらしい（正しいとは言えません）")]
    [InlineData("perhaps a sole proprietor's", "invoice", "T8700110005902", "plausible", "もっともらしい（正しいとは言えません）")]
    [InlineData("no check digit", "basic-pension", "4821739056", "wellFormed", "形式は正しい（検査用数字のない番号です）")]
    public void Message_in_json_says_what_the_outcome_says(string row, string kind, string text, string outcome, string message)
    {
        ToolRun run = ToolRun.Of("number", "check", kind, text, "--json", "--lang", "ja");
        run.Json[0].GetProperty("outcome").GetString().ShouldBe(outcome, row);
        run.Json[0].GetProperty("message").GetString().ShouldBe(message, row);
    }
}
