using System.Text;
using System.Text.Json;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Verbs;

public sealed class NumberCheckVerbTests
{
    /// <summary>Published examples and their neighbours: description, kind, text, exit code, outcome, fault.</summary>
    public static TheoryData<string, string, string, int, string, string?> Rows => new()
    {
        { "published", "individual", "123456789018", 0, "valid", null },
        { "nothing", "individual", "", 1, "invalid", "Empty" },
        { "letter", "individual", "12345678901x", 1, "invalid", "ForbiddenCharacter" },
        { "hyphens in the strict style", "individual", "1234-5678-9018", 1, "invalid", "ForbiddenCharacter" },
        { "eleven digits", "individual", "12345678901", 1, "invalid", "TooShort" },
        { "thirteen digits", "individual", "1234567890180", 1, "invalid", "TooLong" },
        { "longer than any text", "individual", new string('1', 5000), 1, "invalid", "TooLong" },
        { "dummy card", "individual", "123456789012", 1, "invalid", "WrongCheckDigit" },
        { "published", "corporate", "8700110005901", 0, "valid", null },
        { "first digit 0", "corporate", "0380001010002", 1, "invalid", "WrongStructure" },
        { "wrong check digit", "corporate", "7010401067252", 1, "invalid", "WrongCheckDigit" },
        { "twelve digits", "corporate", "700110005901", 1, "invalid", "TooShort" },
        { "wrong check digit", "resident-record", "12345678900", 1, "invalid", "WrongCheckDigit" },
        { "ten digits", "resident-record", "1234567890", 1, "invalid", "TooShort" },
        { "Tokyo", "local-government", "130001", 0, "valid", null },
        { "wrong check digit", "local-government", "130002", 1, "invalid", "WrongCheckDigit" },
        { "five digits", "local-government", "13000", 1, "invalid", "TooShort" },
        { "seven digits", "insurer", "1234567", 1, "invalid", "WrongLength" },
        { "five digits", "insurer", "12345", 1, "invalid", "TooShort" },
        { "nine digits", "insurer", "123456789", 1, "invalid", "TooLong" },
        { "ten digits", "basic-pension", "4821739056", 0, "wellFormed", null },
        { "nine digits", "basic-pension", "482173905", 1, "invalid", "TooShort" },
        { "23 digits", "application-id", "12345678901234567890123", 0, "wellFormed", null },
        { "22 digits", "application-id", "1234567890123456789012", 1, "invalid", "TooShort" },
        { "a corporation's", "invoice", "T8700110005901", 0, "valid", null },
        { "perhaps a sole proprietor's", "invoice", "T8700110005902", 3, "plausible", null },
        { "no prefix", "invoice", "8700110005901", 1, "invalid", "MissingPrefix" },
        { "prefix alone", "invoice", "T", 1, "invalid", "TooShort" },
        { "twelve digits behind the prefix", "invoice", "T870011000590", 1, "invalid", "TooShort" },
        { "shape", "residence-card", "AB12345678CD", 3, "plausible", null },
        { "no letters", "residence-card", "123456781234", 1, "invalid", "WrongStructure" },
        { "shape", "employment-insurance", "12345678901", 3, "plausible", null },
        { "all the same", "employment-insurance", "11111111111", 1, "implausible", null },
        { "ten digits", "employment-insurance", "1234567890", 1, "invalid", "WrongStructure" },
        { "eleven digits", "driver-licence", "12345678901", 1, "invalid", "WrongStructure" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Value_has_its_outcome_reason_and_exit_code(string row, string kind, string text, int code, string outcome, string? fault)
    {
        foreach (ToolRun run in new[] { ToolRun.Of("number", "check", kind, text, "--json"), ToolRun.Fed($"{text}\n", "number", "check", kind, "--json") })
        {
            ((int)run.Code).ShouldBe(code, row);
            JsonElement answer = run.Json.ShouldHaveSingleItem(row);
            answer.GetProperty("kind").GetString().ShouldBe(kind);
            answer.GetProperty("outcome").GetString().ShouldBe(outcome, row);
            (answer.TryGetProperty("fault", out JsonElement found) ? found.GetString() : null).ShouldBe(fault, row);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Answer_never_repeats_the_value(string row, string kind, string text, int code, string outcome, string? fault)
    {
        _ = (code, outcome, fault);
        if (text.Length < 4 || (kind == "local-government" && code == 0))
        {
            return;
        }

        string digits = text.Trim('T')[1..];
        foreach (string language in new[] { "en", "ja" })
        {
            ToolRun.Of("number", "check", kind, text, "--lang", language).All.ShouldNotContain(digits, Case.Sensitive, row);
            ToolRun.Of("number", "check", kind, text, "--lang", language, "--json").All.ShouldNotContain(digits, Case.Sensitive, row);
            ToolRun.Fed($"{text}\n", "number", "check", kind, "-", "--lang", language).All.ShouldNotContain(digits, Case.Sensitive, row);
        }
    }

    [Theory]
    [InlineData("hyphens", "1234-5678-9018", 0)]
    [InlineData("full width", "１２３４５６７８９０１８", 0)]
    [InlineData("spaces at the ends", " 123456789018 ", 0)]
    [InlineData("hyphen in front", "-123456789018", 1)]
    [InlineData("hyphen at the end", "123456789018-", 1)]
    [InlineData("Arabic-Indic digits", "١٢٣٤٥٦٧٨٩٠١٨", 1)]
    public void Lenient_style_takes_what_people_write_and_no_more(string row, string text, int code) =>
        ((int)ToolRun.Fed($"{text}\n", "number", "check", "individual", "--lenient").Code).ShouldBe(code, row);

    [Fact]
    public void Misplaced_hyphen_has_its_reason() =>
        ToolRun.Fed("-123456789018", "number", "check", "individual", "--lenient", "--json").Json[0].GetProperty("fault").GetString().ShouldBe("MisplacedSeparator");

    [Theory]
    [InlineData("English", "en", "individual number: invalid: WrongCheckDigit – the check digit does not match")]
    [InlineData("Japanese", "ja", "個人番号: 誤り: WrongCheckDigit – 検査用数字が合いません")]
    public void Reason_is_written_in_the_language(string row, string language, string expected) =>
        ToolRun.Of("number", "check", "individual", "123456789012", "--lang", language).Lines.ShouldBe([expected], row);

    [Theory]
    [InlineData("a company", "1180301018771", "StockCompany", null)]
    [InlineData("leading digit not in use", "2800000000000", "Unassigned", "UnassignedLeadingDigit")]
    public void Corporate_number_shows_its_kind_and_warning(string row, string text, string kind, string? warning)
    {
        JsonElement answer = ToolRun.Of("number", "check", "corporate", text, "--json").Json[0];
        answer.GetProperty("outcome").GetString().ShouldBe("valid", row);
        answer.GetProperty("corporateKind").GetString().ShouldBe(kind, row);
        string?[] notes = [.. answer.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("code").GetString())];
        notes.ShouldBe(warning is null ? [] : [warning], row);
    }

    [Fact]
    public void Local_government_code_shows_the_corporate_number_as_observed()
    {
        JsonElement answer = ToolRun.Of("number", "check", "local-government", "130001", "--json").Json[0];
        answer.GetProperty("observedCorporateNumber").GetString().ShouldBe("8000020130001");
        answer.GetProperty("notes")[0].GetProperty("code").GetString().ShouldBe("ObservedRule");
    }

    [Fact]
    public void Lines_of_standard_input_are_answered_one_by_one()
    {
        ToolRun run = ToolRun.Fed("\uFEFF123456789018\r\n123456789012\n\n621498320257", "number", "check", "individual", "-", "--json");
        run.Code.ShouldBe(ExitCode.Refused);
        run.Json.Select(answer => answer.GetProperty("line").GetInt64()).ShouldBe([1, 2, 3, 4]);
        run.Json.Select(answer => answer.GetProperty("outcome").GetString()).ShouldBe(["valid", "invalid", "invalid", "valid"]);
    }

    [Theory]
    [InlineData("all valid", "T8700110005901\nT8700110005901\n", 0)]
    [InlineData("one uncertain", "T8700110005901\nT8700110005902\n", 3)]
    [InlineData("one uncertain, one invalid", "T8700110005902\nT1\nT8700110005901\n", 1)]
    public void Exit_code_is_the_worst_answer(string row, string input, int code) =>
        ((int)ToolRun.Fed(input, "number", "check", "invoice").Code).ShouldBe(code, row);

    [Fact]
    public void Nothing_on_standard_input_is_undetermined()
    {
        ToolRun run = ToolRun.Of("number", "check", "individual", "--json");
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Output.ShouldBeEmpty();
        JsonDocument.Parse(run.Error).RootElement.GetProperty("exitCode").GetInt32().ShouldBe(3);
    }

    [Fact]
    public void Huge_line_and_bytes_that_are_no_text_have_reasons()
    {
        using MemoryStream input = new();
        input.Write(new byte[3_000_000].Select(_ => (byte)'1').ToArray());
        input.Write("\n"u8);
        input.Write([0xFF, 0xFE, 0x80, (byte)'\n']);
        input.Write("123456789018"u8);
        input.Position = 0;
        ToolRun run = ToolRun.Of(input, ["number", "check", "individual", "--json"]);
        run.Json.Select(answer => answer.TryGetProperty("fault", out JsonElement fault) ? fault.GetString() : null).ShouldBe(["TooLong", "ForbiddenCharacter", null]);
    }

    [Fact]
    public void Stop_while_waiting_for_input_ends_the_run()
    {
        using CancellationTokenSource stop = new();
        using EndlessStream input = new(Encoding.UTF8.GetBytes("123456789018\n"), stop.Cancel);
        ToolRun run = ToolRun.Of(input, ["number", "check", "individual"], stop.Token);
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Lines.Length.ShouldBe(1);
        run.Error.TrimEnd().ShouldBe("mynumber: Stopped before the end.");
    }

    [Theory]
    [InlineData("no kind", "number", "check")]
    [InlineData("unknown kind", "number", "check", "987654321098", "123456789018")]
    [InlineData("two values", "number", "check", "individual", "123456789018", "987654321098")]
    [InlineData("unknown option", "number", "check", "individual", "--secret", "987654321098")]
    [InlineData("value in place of the verb", "number", "987654321098")]
    public void Wrong_use_is_usage_and_repeats_nothing(string row, params string[] arguments)
    {
        ToolRun run = ToolRun.Of(arguments);
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.All.ShouldNotContain("987654321098", Case.Sensitive, row);
        run.All.ShouldNotContain("123456789018", Case.Sensitive, row);
    }
}
