using System.Text;
using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Links;

namespace MyNumber.Cli.Tests.Verbs;

public sealed class LinkInspectVerbTests : IDisposable
{
    private const string AllVerdicts = """
        010042C5D9732F404D5339AF13041F52CC3E
        010042C5D9732F404D5339AF13041F52CC3F
        01003B2DE50A406CC37A03FAB7A5B6B6CC32
        010093868590FC4EDE5310F7356591DA88B4
        010142C5D9732F404D5339AF13041F52CC3E
        030042C5D9732F404D5339AF13041F52CC3E
        000042C5D9732F404D5339AF13041F52CC3E
        0100
        """;

    private static readonly string[] _verdicts = ["Genuine", "Forged", "Foreign", "Superseded", "UnknownKeyEpoch", "UnknownScheme", "UnknownScheme", "Unreadable"];

    private readonly LinkFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("holder 1", "--holder 1", LinkFiles.AtOne)]
    [InlineData("another", "--holder 13104 --epoch 2", LinkFiles.AtAnother)]
    public void Codes_of_the_holder_are_genuine(string row, string holder, string codes)
    {
        ToolRun run = Inspect(codes, $"{holder} --lang en");
        run.Code.ShouldBe(ExitCode.Done, row);
        run.Lines.ShouldBe(["1: Genuine – made under this key for this holder in this epoch", "2: Genuine – made under this key for this holder in this epoch"], row);
        run.Error.TrimEnd().ShouldBe($"mynumber: {CodeWords.Notice}", row);
    }

    [Fact]
    public void Every_verdict_has_its_word_on_the_line_of_its_code()
    {
        ToolRun run = Inspect(AllVerdicts, "--holder 13104 --epoch 3 --format csv");
        run.Code.ShouldBe(ExitCode.Refused);
        run.Lines.ShouldBe(["row,verdict", .. _verdicts.Select((verdict, place) => $"{place + 1},{verdict}")]);
        run.All.ShouldNotContain("42C5D973", Case.Insensitive);
    }

    [Theory]
    [InlineData("English", "en", "--json")]
    [InlineData("Japanese", "ja", "--format json")]
    public void Json_has_row_verdict_and_sentence(string row, string language, string option)
    {
        JsonElement[] answers = Inspect(AllVerdicts, $"--holder 13104 --epoch 3 {option} --lang {language}").Json;
        answers.Select(answer => answer.GetProperty("verdict").GetString()).ShouldBe(_verdicts, row);
        answers.Select(answer => answer.GetProperty("row").GetInt64()).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8], row);
        answers.Select(answer => answer.GetProperty("message").GetString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(7, row);
    }

    [Theory]
    [InlineData("another key", "1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100")]
    [InlineData("the key of the links", "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f")]
    public void Codes_under_another_key_are_forged(string row, string key)
    {
        ToolRun run = ToolRun.Fed(LinkFiles.AtOne, [.. _files.Arguments("inspect --holder 1 --format csv --code-key-file"), _files.Write("other.key", key)]);
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Lines.ShouldBe(["row,verdict", "1,Forged", "2,Forged"], row);
    }

    [Theory]
    [InlineData("a line of any length", 5000)]
    [InlineData("a line beyond the buffer", 100_000)]
    public void Long_line_is_unreadable_and_the_next_is_judged(string row, int length)
    {
        ToolRun run = Inspect($"{new string('A', length)}\n{LinkFiles.AtOne}", "--holder 1 --format csv");
        run.Lines.ShouldBe(["row,verdict", "1,Unreadable", "2,Genuine", "3,Genuine"], row);
    }

    [Fact]
    public void Nothing_at_all_is_undetermined() => Inspect(string.Empty, "--holder 1").Code.ShouldBe(ExitCode.Undetermined);

    [Fact]
    public void Input_that_breaks_is_undetermined_after_the_rows_that_came()
    {
        EndlessStream broken = new(Encoding.ASCII.GetBytes(LinkFiles.AtOne), () => throw new IOException("typed-secret"));
        ToolRun run = ToolRun.Of(broken, _files.Arguments("inspect CODE --holder 1 --format csv"));
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Lines.ShouldBe(["row,verdict", "1,Genuine", "2,Genuine"]);
        run.Error.TrimEnd().ShouldEndWith("mynumber: The file cannot be read: IOException.");
    }

    [Theory]
    [InlineData("no holder", "inspect CODE")]
    [InlineData("holder out of range", "inspect CODE --holder 0")]
    [InlineData("a key of the wrong layer", "inspect LINK --holder 1")]
    [InlineData("two files", "inspect CODE --holder 1 98765432x98 98765432x98")]
    public void Wrong_use_is_usage(string row, string line)
    {
        ToolRun run = ToolRun.Fed(LinkFiles.AtOne, _files.Arguments(line));
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldNotContain("98765432x98", Case.Sensitive, row);
    }

    private ToolRun Inspect(string input, string rest) => ToolRun.Fed(input, _files.Arguments($"inspect CODE {rest}"));
}
