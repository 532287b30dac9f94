using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Links;

namespace MyNumber.Cli.Tests.Verbs;

public sealed class LinkConvertVerbTests : IDisposable
{
    private readonly LinkFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("there", "--from 1 --to 13104 --to-epoch 2", LinkFiles.AtOne, LinkFiles.AtAnother)]
    [InlineData("and back", "--from 13104 --from-epoch 2 --to 1", LinkFiles.AtAnother, LinkFiles.AtOne)]
    [InlineData("to the holder's next epoch", "--from 13104 --from-epoch 2 --to 13104 --to-epoch 3", LinkFiles.AtAnother, LinkFiles.AtAnotherLater)]
    public void Codes_become_those_of_the_other_holder(string row, string holders, string codes, string expected)
    {
        ToolRun run = Convert(codes, holders);
        run.Code.ShouldBe(ExitCode.Done, row);
        run.Lines.ShouldBe(LinkFiles.Lines(expected), row);
        run.Error.TrimEnd().ShouldBe($"mynumber: {CodeWords.Notice}", row);
    }

    [Fact]
    public void Small_letters_are_the_same_code() =>
        Convert(LinkFiles.AtOne.ToLowerInvariant(), "--from 1 --to 13104 --to-epoch 2").Lines.ShouldBe(LinkFiles.Lines(LinkFiles.AtAnother));

    [Theory]
    [InlineData("one bit changed", "01003B2DE50A406CC37A03FAB7A5B6B6CC33", "Forged")]
    [InlineData("sixteen zeros", "010000000000000000000000000000000000", "Forged")]
    [InlineData("another holder's", "010093868590FC4EDE5310F7356591DA88B4", "Foreign")]
    [InlineData("another key epoch", "01073B2DE50A406CC37A03FAB7A5B6B6CC32", "UnknownKeyEpoch")]
    [InlineData("another scheme", "02003B2DE50A406CC37A03FAB7A5B6B6CC32", "UnknownScheme")]
    [InlineData("scheme zero", "00003B2DE50A406CC37A03FAB7A5B6B6CC32", "UnknownScheme")]
    [InlineData("a digit too few", "01003B2DE50A406CC37A03FAB7A5B6B6CC3", "Unreadable")]
    [InlineData("a digit too many", "01003B2DE50A406CC37A03FAB7A5B6B6CC320", "Unreadable")]
    [InlineData("a letter that is no digit", "01003B2DE50A406CC37A03FAB7A5B6B6CC3G", "Unreadable")]
    [InlineData("nothing", "", "Unreadable")]
    public void Bad_row_is_named_with_its_verdict_and_gives_no_code(string row, string line, string verdict)
    {
        string[] good = LinkFiles.Lines(LinkFiles.AtOne);
        ToolRun run = Convert($"{good[0]}\n{line}\n{good[1]}\n", "--from 1 --to 13104 --to-epoch 2 --lang en");
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Lines.ShouldBe(LinkFiles.Lines(LinkFiles.AtAnother), row);
        run.Error.ShouldContain($"mynumber: row 2: {verdict} – ", Case.Sensitive, row);
        run.Error.TrimEnd().ShouldEndWith("mynumber: rows 3, not good 1.", Case.Sensitive, row);
        run.Error.ShouldNotContain("3B2DE50A", Case.Insensitive, row);
        run.Error.ShouldNotContain("93868590", Case.Insensitive, row);
    }

    [Theory]
    [InlineData("an earlier epoch", "--from 13104 --from-epoch 3 --to 1", "Superseded")]
    [InlineData("an epoch that is yet to come", "--from 13104 --from-epoch 1 --to 1", "Forged")]
    public void Codes_of_another_epoch_are_refused(string row, string holders, string verdict)
    {
        ToolRun run = Convert(LinkFiles.AtAnother, $"{holders} --json");
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Output.ShouldBeEmpty(row);
        JsonElement[] errors = [.. run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        errors[2].GetProperty("row").GetInt64().ShouldBe(2, row);
        errors[2].GetProperty("verdict").GetString().ShouldBe(verdict, row);
    }

    [Fact]
    public void Bad_rows_among_many_are_exactly_those_that_were_spoilt()
    {
        string people = ToolRun.Of("number", "issue", "resident-code", "--count", "5000", "--seed", "4").Output;
        string[] codes = ToolRun.Fed(people, _files.Arguments("derive LINK CODE --holder 1")).Lines;
        string[] others = ToolRun.Fed(people, _files.Arguments("derive LINK CODE --holder 2 --format csv")).Lines;
        int[] spoilt = [0, 1, 440, 441, 442, 443, 1023, 1024, 2500, 4999];
        foreach (int place in spoilt)
        {
            codes[place] = $"{codes[place][..^1]}{(codes[place][^1] == '0' ? '1' : '0')}";
        }

        ToolRun run = Convert(string.Join('\n', codes), "--from 1 --to 2 --format csv");
        run.Code.ShouldBe(ExitCode.Refused);
        run.Lines.ShouldBe([others[0], .. others.Skip(1).Where((_, place) => !spoilt.Contains(place))]);
    }

    [Theory]
    [InlineData("no presenting holder", "convert CODE --to 2")]
    [InlineData("no wanted holder", "convert CODE --from 1")]
    [InlineData("no key", "convert --from 1 --to 2")]
    [InlineData("presenting holder out of range", "convert CODE --from 0 --to 2")]
    [InlineData("wanted holder out of range", "convert CODE --from 1 --to 16777216")]
    [InlineData("epoch out of range", "convert CODE --from 1 --to 2 --to-epoch 256")]
    [InlineData("a code as an option", "convert CODE --from 98765432x98 --to 2")]
    [InlineData("lines and key both from standard input", "convert --from 1 --to 2 --code-key-file -")]
    public void Wrong_use_is_usage_and_converts_nothing(string row, string line)
    {
        ToolRun run = ToolRun.Fed(LinkFiles.AtOne, _files.Arguments(line));
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldNotContain("98765432x98", Case.Sensitive, row);
    }

    private ToolRun Convert(string input, string rest) => ToolRun.Fed(input, _files.Arguments($"convert CODE {rest}"));
}
