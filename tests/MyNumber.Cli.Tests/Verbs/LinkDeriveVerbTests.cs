using System.Text;
using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Links;

namespace MyNumber.Cli.Tests.Verbs;

public sealed class LinkDeriveVerbTests : IDisposable
{
    private readonly LinkFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("holder 1", "--holder 1", LinkFiles.AtOne)]
    [InlineData("another holder and epoch", "--holder 13104 --epoch 2", LinkFiles.AtAnother)]
    [InlineData("a later epoch", "--holder 13104 --epoch 3", LinkFiles.AtAnotherLater)]
    public void Resident_codes_give_the_known_codes_in_order(string row, string holder, string codes)
    {
        ToolRun run = Derive(LinkFiles.Residents, holder);
        run.Code.ShouldBe(ExitCode.Done, row);
        run.Lines.ShouldBe(LinkFiles.Lines(codes), row);
        run.Error.TrimEnd().ShouldBe($"mynumber: {CodeWords.Notice}", row);
    }

    [Fact]
    public void Key_epoch_stands_in_the_envelope_only() =>
        Derive("12345678903", "--holder 1 --key-epoch 7").Lines.ShouldBe([string.Concat("0107", LinkFiles.Lines(LinkFiles.AtOne)[0].AsSpan(4))]);

    [Fact]
    public void File_in_place_of_standard_input_gives_the_same()
    {
        string file = _files.Write("people.txt", "\uFEFF" + LinkFiles.Residents.ReplaceLineEndings("\r\n"));
        ToolRun run = ToolRun.Of([.. _files.Arguments("derive LINK CODE --holder 1"), file]);
        run.Code.ShouldBe(ExitCode.Done);
        run.Lines.ShouldBe(LinkFiles.Lines(LinkFiles.AtOne));
    }

    [Fact]
    public void Key_in_digits_is_the_same_key()
    {
        string digits = _files.Write("digits.key", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n");
        ToolRun.Fed(LinkFiles.Residents, [.. _files.Arguments("derive LINK --holder 1 --code-key-file"), digits]).Lines.ShouldBe(LinkFiles.Lines(LinkFiles.AtOne));
    }

    [Fact]
    public void Key_may_come_through_a_pipe_when_the_lines_do_not()
    {
        string people = _files.Write("people.txt", LinkFiles.Residents);
        MemoryStream key = new([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
        ToolRun.Of(key, [.. _files.Arguments("derive LINK --code-key-file - --holder 1"), people]).Lines.ShouldBe(LinkFiles.Lines(LinkFiles.AtOne));
    }

    [Fact]
    public void Csv_names_the_row_of_each_code() =>
        Derive("12345678903\nnonsense\n23456789013\n", "--holder 1 --format csv").Lines
            .ShouldBe(["row,agencyCode", "1,01003B2DE50A406CC37A03FAB7A5B6B6CC32", "3,010084EA7BF159E3894522941C402A70196F"]);

    [Theory]
    [InlineData("by the option of the tool", "--json")]
    [InlineData("by the format", "--format json")]
    [InlineData("by both", "--format json --json")]
    public void Json_is_one_object_on_a_line(string row, string option)
    {
        ToolRun run = Derive(LinkFiles.Residents, $"--holder 1 {option}");
        run.Lines[1].ShouldBe("""{"row":2,"agencyCode":"010084EA7BF159E3894522941C402A70196F"}""", row);
        run.Lines.Length.ShouldBe(2, row);
    }

    [Fact]
    public void Bad_rows_are_named_with_their_fault_and_give_no_code()
    {
        ToolRun run = Derive("12345678904\n12345678903\n\n1234567890x\n", "--holder 1 --lang en");
        run.Code.ShouldBe(ExitCode.Refused);
        run.Lines.ShouldBe(["01003B2DE50A406CC37A03FAB7A5B6B6CC32"]);
        run.Error.ShouldContain("mynumber: row 1: WrongCheckDigit – ");
        run.Error.ShouldContain("mynumber: row 3: Empty – ");
        run.Error.ShouldContain("mynumber: row 4: ForbiddenCharacter – ");
        run.Error.TrimEnd().ShouldEndWith("rows 4, not good 3.");
        run.All.ShouldNotContain("1234567890");
    }

    [Fact]
    public void Bad_row_in_json_is_an_object_on_error()
    {
        ToolRun run = Derive("12345678904\n", "--holder 1 --json");
        string[] errors = run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        JsonElement refused = JsonDocument.Parse(errors[1]).RootElement;
        refused.GetProperty("row").GetInt64().ShouldBe(1);
        refused.GetProperty("fault").GetString().ShouldBe("WrongCheckDigit");
        refused.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        JsonDocument.Parse(errors[2]).RootElement.GetProperty("error").GetString().ShouldBe("refused");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Many_rows_come_out_in_order_over_all_batches()
    {
        ToolRun people = ToolRun.Of("number", "issue", "resident-code", "--count", "5000", "--seed", "4");
        ToolRun run = Derive(people.Output, "--holder 1 --format csv");
        run.Code.ShouldBe(ExitCode.Done);
        run.Lines.Skip(1).Select(line => line.Split(',')[0]).ShouldBe(Enumerable.Range(1, 5000).Select(row => $"{row}"));
        run.Lines.Distinct(StringComparer.Ordinal).Count().ShouldBe(5001);
    }

    [Fact]
    public void Line_is_answered_before_the_next_one_comes()
    {
        using CancellationTokenSource stop = new();
        EndlessStream terminal = new(Encoding.ASCII.GetBytes("12345678903\n"), stop.Cancel);
        ToolRun run = ToolRun.Of(terminal, _files.Arguments("derive LINK CODE --holder 1"), stop.Token);
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Lines.ShouldBe(["01003B2DE50A406CC37A03FAB7A5B6B6CC32"]);
    }

    [Theory]
    [InlineData("no holder", "derive LINK CODE")]
    [InlineData("no key of the links", "derive CODE --holder 1")]
    [InlineData("no key of the codes", "derive LINK --holder 1")]
    [InlineData("holder zero", "derive LINK CODE --holder 0")]
    [InlineData("negative holder", "derive LINK CODE --holder -1")]
    [InlineData("holder of 25 bits", "derive LINK CODE --holder 16777216")]
    [InlineData("holder that is no number", "derive LINK CODE --holder 98765432x98")]
    [InlineData("epoch beyond a byte", "derive LINK CODE --holder 1 --epoch 256")]
    [InlineData("negative epoch", "derive LINK CODE --holder 1 --epoch -1")]
    [InlineData("key epoch beyond a byte", "derive LINK CODE --holder 1 --key-epoch 256")]
    [InlineData("unknown format", "derive LINK CODE --holder 1 --format 98765432x98")]
    [InlineData("CSV and JSON", "derive LINK CODE --holder 1 --format csv --json")]
    [InlineData("lines and JSON", "derive LINK CODE --holder 1 --json --format lines")]
    [InlineData("key as an argument", "derive LINK CODE --holder 1 98765432x98 98765432x98")]
    [InlineData("key as an option", "derive LINK CODE --holder 1 --code-key 98765432x98")]
    [InlineData("lines and key both from standard input", "derive LINK --code-key-file - --holder 1")]
    [InlineData("both keys from standard input", "derive --link-key-file - --code-key-file - --holder 1 people")]
    public void Wrong_use_is_usage_and_makes_nothing(string row, string line)
    {
        ToolRun run = ToolRun.Fed(LinkFiles.Residents, _files.Arguments(line));
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldNotContain("98765432x98", Case.Sensitive, row);
    }

    [Theory]
    [InlineData("the same file", "code.key", "en", "mynumber: --link-key-file and --code-key-file hold the same key; each layer has a key of its own.")]
    [InlineData("a copy", "copy.key", "en", "mynumber: --link-key-file and --code-key-file hold the same key; each layer has a key of its own.")]
    [InlineData("the same in digits", "digits.key", "en", "mynumber: --link-key-file and --code-key-file hold the same key; each layer has a key of its own.")]
    [InlineData("the same in Japanese", "copy.key", "ja", "mynumber: --link-key-file と --code-key-file の鍵が同じです。二つの層には別々の鍵が要ります。")]
    public void One_key_for_both_layers_is_usage_and_makes_nothing(string row, string name, string language, string error)
    {
        _files.Write("copy.key", [.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
        _files.Write("digits.key", "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");
        string shared = Path.Combine(Path.GetDirectoryName(_files.CodeKey)!, name);
        ToolRun run = ToolRun.Fed(LinkFiles.Residents, [.. _files.Arguments($"derive CODE --holder 1 --lang {language} --link-key-file"), shared]);
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.All.TrimEnd().ShouldBe(error, row);
    }

    [Fact]
    public void Keys_that_differ_in_one_bit_are_two_keys()
    {
        string near = _files.Write("near.key", [.. Enumerable.Range(0, 31).Select(value => (byte)value), 0x1E]);
        ToolRun.Fed(LinkFiles.Residents, [.. _files.Arguments("derive CODE --holder 1 --link-key-file"), near]).Code.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("31 bytes", "secretsecretsecretsecretsecret0")]
    [InlineData("63 digits", "0001020304050607080900010203040506070809000102030405060708090a0")]
    [InlineData("digits that are none", "secretsecretsecretsecretsecretsecretsecretsecretsecretsecret0123")]
    public void Key_file_of_another_shape_is_named_without_its_content(string row, string content)
    {
        ToolRun run = ToolRun.Fed(LinkFiles.Residents, [.. _files.Arguments("derive CODE --holder 1 --link-key-file"), _files.Write("wrong", content)]);
        run.Code.ShouldBe(ExitCode.Undetermined, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.TrimEnd().ShouldBe("mynumber: --link-key-file: The key file holds neither 32 bytes nor 64 hexadecimal digits.", row);
    }

    [Theory]
    [InlineData("of lines, as if a code were typed", "derive LINK CODE --holder 1 12345678903", "mynumber: The file does not exist.")]
    [InlineData("of a key", "derive LINK --holder 1 --code-key-file 12345678903", "mynumber: --code-key-file: The file does not exist.")]
    public void File_that_is_not_there_is_undetermined_without_its_name(string row, string line, string error)
    {
        ToolRun run = ToolRun.Of(_files.Arguments(line));
        run.Code.ShouldBe(ExitCode.Undetermined, row);
        run.All.TrimEnd().ShouldBe(error, row);
    }

    [Fact]
    public void Nothing_at_all_is_undetermined() => Derive(string.Empty, "--holder 1").Code.ShouldBe(ExitCode.Undetermined);

    private ToolRun Derive(string input, string rest) => ToolRun.Fed(input, _files.Arguments($"derive LINK CODE {rest}"));
}
