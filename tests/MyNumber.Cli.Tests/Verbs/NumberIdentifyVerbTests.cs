using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Numbers;
using MyNumber.Numbering.Identification;

namespace MyNumber.Cli.Tests.Verbs;

public sealed class NumberIdentifyVerbTests
{
    [Theory]
    [InlineData("individual", "123456789018", "IndividualNumber", 0)]
    [InlineData("corporate", "8700110005901", "CorporateNumber", 0)]
    [InlineData("invoice", "T8700110005901", "InvoiceRegistrationNumber", 0)]
    [InlineData("Tokyo", "130001", "LocalGovernmentCode", 0)]
    [InlineData("shape only", "4821739056", "", 1)]
    [InlineData("residence card", "AB12345678CD", "", 1)]
    [InlineData("no number", "hello world", "", 1)]
    [InlineData("empty", "", "", 1)]
    public void Kinds_with_a_right_check_digit_are_named(string row, string text, string kind, int code)
    {
        ToolRun run = ToolRun.Fed($"{text}\n", "number", "identify", "--json");
        ((int)run.Code).ShouldBe(code, row);
        run.Json[0].TryGetProperty("possible", out _).ShouldBeFalse(row);
        string[] confirmed = Names(run.Json[0], "confirmed");
        (kind.Length == 0 ? confirmed.Length == 0 : confirmed.Contains(kind)).ShouldBeTrue(row);
    }

    [Theory]
    [InlineData("pension", "4821739056", "BasicPensionNumber")]
    [InlineData("residence card", "AB12345678CD", "ResidenceCard")]
    [InlineData("application", "12345678901234567890123", "ApplicationId")]
    [InlineData("perhaps a sole proprietor's", "T8700110005902", "InvoiceRegistrationNumber")]
    public void Hints_name_kinds_by_their_shape(string row, string text, string kind)
    {
        ToolRun run = ToolRun.Of("number", "identify", text, "--hints", "--json");
        run.Code.ShouldBe(ExitCode.Done, row);
        Names(run.Json[0], "possible").ShouldContain(kind, row);
    }

    [Theory]
    [InlineData("en", "check digit fits: individual number")]
    [InlineData("ja", "検査用数字が合うもの: 個人番号")]
    public void Answer_is_written_in_the_language(string language, string expected) =>
        ToolRun.Of("number", "identify", "123456789018", "--lang", language).Lines.ShouldBe([expected]);

    [Fact]
    public void Lenient_style_reaches_the_kinds() =>
        ToolRun.Of("number", "identify", "1234-5678-9018", "--lenient").Code.ShouldBe(ExitCode.Done);

    [Theory]
    [InlineData("text")]
    [InlineData("json", "--json")]
    [InlineData("hints", "--hints", "--json")]
    public void Answer_never_repeats_the_value(string row, params string[] options)
    {
        foreach (string text in new[] { "123456789018", "8700110005901", "AB12345678CD", "9999999999999" })
        {
            ToolRun.Of(["number", "identify", text, .. options]).All.ShouldNotContain(text[2..10], Case.Sensitive, row);
        }
    }

    [Fact]
    public void Nothing_on_standard_input_is_undetermined() => ToolRun.Of("number", "identify").Code.ShouldBe(ExitCode.Undetermined);

    [Fact]
    public void Every_kind_has_its_words()
    {
        NumberKinds all = Enum.GetValues<NumberKinds>().Aggregate((left, right) => left | right);
        KindWords.Single(all).Count().ShouldBe(Enum.GetValues<NumberKinds>().Length - 1);
        KindWords.Sentences(all, Language.Japanese).Distinct(StringComparer.Ordinal).Count().ShouldBe(Enum.GetValues<NumberKinds>().Length - 1);
    }

    private static string[] Names(JsonElement answer, string property) => [.. answer.GetProperty(property).EnumerateArray().Select(kind => kind.GetString()!)];
}
