using System.Text;
using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Verbs;

public sealed class NumberValidateVerbTests : IDisposable
{
    private const string Good = "123456789018";
    private const string GoodCorporate = "8700110005901";

    // A row of the published list, thirty columns; the company is invented, the number is a published example.
    private const string ListRow =
        "1,\"1180301018771\",\"01\",\"0\",\"2020-04-01\",\"2020-03-25\",\"株式会社見本\",,\"301\",\"愛知県\",\"名古屋市中区\",\"見本1-1\",,\"23\",\"106\",\"4600001\",,,,,,,\"2015-10-05\",\"1\",,,,,\"ミホン\",\"0\"\r\n";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string, string> LineRows => new()
    {
        { "individual", $"{Good}\n{Good}\n", "individual", "" },
        { "individual with every reason", $"{Good}\n\n12345678901\n1234567890180\n12345678901x\n123456789012\n", "individual", "2 Empty, 3 TooShort, 4 TooLong, 5 ForbiddenCharacter, 6 WrongCheckDigit" },
        { "corporate with every reason", $"{GoodCorporate}\n0380001010002\n7010401067252\n870011000590\n", "corporate", "2 WrongStructure, 3 WrongCheckDigit, 4 TooShort" },
        { "byte order mark and carriage returns", $"\uFEFF{Good}\r\n{Good}\r\n", "individual", "" },
        { "ended mid-line", $"{Good}\n1234", "individual", "2 TooShort" },
        { "huge line", $"{new string('1', 3_000_000)}\n{Good}\n", "individual", "1 TooLong" },
    };

    public static TheoryData<string, string, string, string> CsvRows => new()
    {
        { "plain", $"a,{Good}\nb,{Good}\n", "--csv-column=2", "" },
        { "header", $"name,number\nb,{Good}\n", "--csv-column=2 --header", "" },
        { "header that was not named", $"name,number\nb,{Good}\n", "--csv-column=2", "1 ForbiddenCharacter" },
        { "quotes, commas and line breaks in fields", $"\"a,\"\"b\"\"\nc\",\"{Good}\"\r\nd,\"{Good}\",x\r\n", "--csv-column=2", "" },
        { "row numbers follow rows and not lines", $"\"a\nb\",{Good}\nd,1\n", "--csv-column=2", "2 TooShort" },
        { "too few columns", $"a,{Good}\nb\n", "--csv-column=2", "2 MissingColumn" },
        { "empty field", $"a,\nb,{Good}", "--csv-column=2", "1 Empty" },
        { "empty last field at the end of the file", $"b,{Good}\na,", "--csv-column=2", "2 Empty" },
        { "stray quote", $"a\"b,{Good}\nb,{Good}\n", "--csv-column=2", "1 StrayQuote" },
        { "text behind a closing quote", $"\"a\"b,{Good}\nb,{Good}\n", "--csv-column=2", "1 StrayQuote" },
        { "quote that never closes loses one line", $"\"a,{Good}\nb,{Good}\nc,1\n", "--csv-column=2", "1 UnclosedQuote, 3 TooShort" },
        { "byte order mark", $"\uFEFF{Good},a\n", "--csv-column=1", "" },
        { "carriage return at the end of the file", $"{Good},a\r\n{Good}\r", "--csv-column=1", "" },
        { "row of thousands", $"{Good}\n{new string('x', 100_000)}\n{Good}\n", "--csv-column=1", "2 RowTooLong" },
        { "wrong check digit", "123456789012\n", "--csv-column=1", "1 WrongCheckDigit" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(LineRows))]
    public void Lines_are_explained(string row, string text, string kind, string faults)
    {
        string file = _folder.Write("numbers.txt", text);
        Explains(row, ToolRun.Of("number", "validate", file, "--kind", kind, "--json"), faults);
        Explains(row, ToolRun.Fed(text, "number", "validate", "-", "--kind", kind, "--json"), faults);
    }

    [Theory]
    [MemberData(nameof(CsvRows))]
    public void Rows_of_csv_are_explained(string row, string text, string options, string faults)
    {
        ToolRun run = ToolRun.Fed(text, ["number", "validate", "-", "--kind", "individual", "--json", .. options.Split(' ')]);
        Explains(row, run, faults);
    }

    [Theory]
    [InlineData("two commas", 16)]
    [InlineData("one byte less than a buffer", 23)]
    public void Rows_across_buffers_are_all_seen(string row, int filler)
    {
        string line = $"{new string('x', filler)},\"{Good}\"\n";
        string text = string.Concat(Enumerable.Repeat(line, 100_000));
        ToolRun run = ToolRun.Fed($"{text}a,1\n", "number", "validate", "-", "--kind", "individual", "--csv-column", "2", "--json");
        Explains(row, run, "100001 TooShort");
        run.Json[^1].GetProperty("rows").GetInt64().ShouldBe(100_001);
    }

    [Theory]
    [InlineData("packed", "12", "123456789018123456789012", "2 WrongCheckDigit")]
    [InlineData("cut short", "12", "1234567890181234", "2 TooShort")]
    [InlineData("with an offset", "15 --offset=2", "ab123456789018\ncd12345678901x\n", "2 ForbiddenCharacter")]
    public void Records_of_fixed_width_are_explained(string row, string width, string text, string faults) =>
        Explains(row, ToolRun.Fed(text, ["number", "validate", "-", "--kind", "individual", "--json", .. $"--width={width}".Split(' ')]), faults);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("shift_jis")]
    public void Published_list_is_read_in_both_encodings(string encoding)
    {
        Encoding bytes = encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        string bad = ListRow.Replace("1180301018771", "1180301018772", StringComparison.Ordinal);
        string file = _folder.Write("list.csv", bytes.GetBytes(ListRow + bad + "1,2\r\n" + ListRow));
        ToolRun run = ToolRun.Of("number", "validate", file, "--format", "nta", "--encoding", encoding, "--json");
        Explains(encoding, run, "2 WrongCorporateNumber, 3 WrongColumnCount");
        run.Json[0].GetProperty("column").GetInt32().ShouldBe(2);
        run.All.ShouldNotContain("1180301018772");
    }

    [Fact]
    public void Only_so_many_rows_are_explained_and_all_are_counted()
    {
        string text = string.Concat(Enumerable.Repeat("1\n", 50));
        ToolRun run = ToolRun.Fed(text, "number", "validate", "-", "--kind", "individual", "--lang", "en");
        run.Lines.Length.ShouldBe(21);
        run.Lines[0].ShouldBe("row 1: TooShort – too few digits");
        run.Lines[^1].ShouldBe("rows 50, good 0, bad 50, explained 20");
        ToolRun.Fed(text, "number", "validate", "-", "--kind", "individual", "--max-rows", "0").Lines.Length.ShouldBe(1);
        ToolRun.Fed(text, "number", "validate", "-", "--kind", "individual", "--max-rows", "3", "--lang", "ja").Lines[0].ShouldBe("行 1: TooShort – 桁数が足りません");
    }

    [Fact]
    public void Bytes_that_are_no_text_have_a_reason()
    {
        using MemoryStream input = new([.. "123456789018\n"u8, 0xFF, 0xFE, 0x0A, 0xC3, 0x0A]);
        Explains("bytes", ToolRun.Of(input, ["number", "validate", "-", "--kind", "individual", "--json"]), "2 ForbiddenCharacter, 3 ForbiddenCharacter");
    }

    [Theory]
    [InlineData("missing", "missing.txt", "The file does not exist.")]
    [InlineData("missing folder", "missing/file.txt", "The file does not exist.")]
    [InlineData("directory", "", "The file is a directory.")]
    [InlineData("a number typed as the file", "987654321098", "The file does not exist.")]
    public void File_that_cannot_be_read_is_undetermined(string row, string name, string reason)
    {
        ToolRun run = ToolRun.Of("number", "validate", Path.Combine(_folder.Path, name), "--kind", "individual");
        run.Code.ShouldBe(ExitCode.Undetermined, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.TrimEnd().ShouldBe($"mynumber: {reason}", row);
    }

    [Theory]
    [InlineData("lines", "--kind=individual")]
    [InlineData("csv", "--kind=individual --csv-column=1")]
    [InlineData("records", "--kind=individual --width=12")]
    [InlineData("list", "--format=nta")]
    public void Empty_file_is_undetermined(string row, string options)
    {
        string file = _folder.Write("empty.txt", string.Empty);
        ToolRun run = ToolRun.Of(["number", "validate", file, "--json", .. options.Split(' ')]);
        run.Code.ShouldBe(ExitCode.Undetermined, row);
        run.Json[0].GetProperty("rows").GetInt64().ShouldBe(0, row);
    }

    [Theory]
    [InlineData("no file", "--kind=individual")]
    [InlineData("no kind", "-")]
    [InlineData("unknown kind", "- --kind=987654321098")]
    [InlineData("unknown format", "- --format=987654321098")]
    [InlineData("a kind for the list", "- --format=nta --kind=corporate")]
    [InlineData("width and column", "- --kind=individual --width=20 --csv-column=1")]
    [InlineData("column 0", "- --kind=individual --csv-column=0")]
    [InlineData("width without room", "- --kind=corporate --width=12")]
    [InlineData("width without room behind the offset", "- --kind=corporate --width=14 --offset=2")]
    [InlineData("negative offset", "- --kind=corporate --width=14 --offset=-2")]
    [InlineData("too wide", "- --kind=corporate --width=99999999")]
    [InlineData("offset alone", "- --kind=corporate --offset=2")]
    [InlineData("header alone", "- --kind=corporate --header")]
    [InlineData("encoding of lines", "- --kind=corporate --encoding=utf-8")]
    [InlineData("negative ceiling", "- --kind=corporate --max-rows=-1")]
    [InlineData("no number for the width", "- --kind=corporate --width=987654321098")]
    public void Wrong_use_is_usage_and_reads_nothing(string row, string arguments)
    {
        ToolRun run = ToolRun.Of(["number", "validate", .. arguments.Split(' ')]);
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldNotContain("987654321098", Case.Sensitive, row);
    }

    [Fact]
    public void Progress_and_table_are_for_a_person_and_repeat_no_value()
    {
        MemoryStream input = new(Encoding.UTF8.GetBytes($"{Good}\n123456789012\n"));
        ToolRun run = ToolRun.Of(input, ["number", "validate", "-", "--kind", "individual", "--lang", "en"], isTerminal: true);
        run.Code.ShouldBe(ExitCode.Refused);
        run.Output.ShouldContain("row 2: WrongCheckDigit");
        run.Output.ShouldContain("explained");
        run.All.ShouldNotContain("23456789");
    }

    [Fact]
    public void Json_is_clean_on_a_terminal_too()
    {
        MemoryStream input = new(Encoding.UTF8.GetBytes($"{Good}\n"));
        ToolRun run = ToolRun.Of(input, ["number", "validate", "-", "--kind", "individual", "--json"], isTerminal: true);
        run.Json.Length.ShouldBe(1);
        run.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("lines", "--kind=individual")]
    [InlineData("csv", "--kind=individual --csv-column=1")]
    [InlineData("list", "--format=nta")]
    public void Stop_while_waiting_for_input_ends_the_run(string row, string options)
    {
        using CancellationTokenSource stop = new();
        using EndlessStream input = new("123456789018\n"u8.ToArray(), stop.Cancel);
        ToolRun run = ToolRun.Of(input, ["number", "validate", "-", .. options.Split(' ')], stop.Token);
        run.Code.ShouldBe(ExitCode.Undetermined, row);
        run.Error.TrimEnd().ShouldBe("mynumber: Stopped before the end.", row);
    }

    private static void Explains(string row, ToolRun run, string faults)
    {
        run.Code.ShouldBe(faults.Length == 0 ? ExitCode.Done : ExitCode.Refused, $"{row}: {run.Error}");
        JsonElement[] lines = run.Json;
        string.Join(", ", lines[..^1].Select(bad => $"{bad.GetProperty("row").GetInt64()} {bad.GetProperty("fault").GetString()}")).ShouldBe(faults, row);
        lines[^1].GetProperty("bad").GetInt64().ShouldBe(lines.Length - 1, row);
        run.All.ShouldNotContain(Good, Case.Sensitive, row);
    }
}
