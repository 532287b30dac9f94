using System.Text.RegularExpressions;
using MyNumber.TestKit;

namespace MyNumber.Testing.Tests;

/// <summary>The city sample, on a small city.</summary>
public sealed partial class CityNumberingTests
{
    /// <summary>2,080 of the first run; 14 births, 6 from abroad, 2 settled strangers; 6 changes of number. 2,102 people less 24 deaths. 4 changes of code. Stopped after 26 batches of 41.</summary>
    [Theory]
    [InlineData("every issue is read", "nothing left out", "2,108 件を調べ、違反 0 件")]
    [InlineData("no number stands twice", "no duplicate)", "2,108 件を調べ、違反 0 件")]
    [InlineData("a planted double is found", "the scan does find one", "一件を検出")]
    [InlineData("no number of the living is a former one", "30 件と衝突しない", "2,078 件を調べ、違反 0 件")]
    [InlineData("every check digit is right", "check digits, recomputed", "2,108 件を調べ、違反 0 件")]
    [InlineData("no code was drawn twice", "no code drawn twice", "2,106 件を調べ、違反 0 件")]
    [InlineData("every number leads back to its code", "bijection", "2,108 件を調べ、違反 0 件")]
    [InlineData("every number is recorded", "designated and recorded", "2,108 件を調べ、違反 0 件")]
    [InlineData("a stopped run holds what it reported", "stopped half way", "登録簿には 1,066 件")]
    [InlineData("all four attributes alike are reported", "same person, other widths", "AllFour")]
    [InlineData("name and birth date join nobody", "name and birth date only", "None")]
    [InlineData("bad rows are found by reason", "bulk validation", "仕込んだ 11 行と理由まで一致")]
    [InlineData("every reason is shown", "other kinds and styles", "7 / 7 行")]
    public async Task Step_of_the_sample_comes_out_as_it_must(string description, string step, string outcome)
    {
        (int exitCode, string output, string error) = await _small.Value;

        exitCode.ShouldBe(0, output + error);
        output.ShouldNotContain("✘");
        string[] lines = output.Split(Environment.NewLine);
        int at = Array.FindIndex(lines, line => line.Contains(step));
        at.ShouldBeGreaterThan(-1, description);
        lines[at + 1].ShouldContain("✔", customMessage: description);
        lines[at + 1].ShouldContain(outcome, customMessage: description);
    }

    [Fact]
    public async Task No_number_is_on_the_screen_and_kept_files_hold_them()
    {
        using TemporaryFolder folder = new();
        string kept = Path.Combine(folder.Path, "kept");
        (int exitCode, string output, _) = await SampleProgram.RunAsync("CityNumbering", ["--people", "500", "--keep", kept]);

        exitCode.ShouldBe(0);
        TwelveDigits().Count(output).ShouldBe(0);
        string notices = await File.ReadAllTextAsync(Path.Combine(kept, "notices.csv"));
        TwelveDigits().Count(notices).ShouldBe(500);
        (await File.ReadAllLinesAsync(Path.Combine(kept, "numbers.csv"))).Length.ShouldBeGreaterThan(500);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(kept, "notices.csv")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Nothing_is_left_behind_when_files_are_not_kept()
    {
        using TemporaryFolder folder = new();
        (int exitCode, _, _) = await SampleProgram.RunAsync("CityNumbering", ["--people", "500"], temporary: folder.Path);

        exitCode.ShouldBe(0);
        Directory.EnumerateDirectories(folder.Path, "city-numbering-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Bad_rows_are_explained_in_English_when_asked()
    {
        (int exitCode, string output, _) = await SampleProgram.RunAsync("CityNumbering", ["--people", "500", "--lang", "en"]);

        exitCode.ShouldBe(0);
        output.ShouldContain("did a spreadsheet drop a leading zero?");
        output.ShouldContain("(the lenient style reads it)");
    }

    [Theory]
    [InlineData("unknown option", "--folk", "2000")]
    [InlineData("option without value", "--people")]
    [InlineData("too few people", "--people", "499")]
    [InlineData("too many people", "--people", "500001")]
    [InlineData("no number", "--people", "many")]
    [InlineData("unknown language", "--lang", "fr")]
    [InlineData("empty folder name", "--keep", "")]
    public async Task Wrong_command_line_ends_with_two(string description, params string[] arguments)
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("CityNumbering", arguments);

        exitCode.ShouldBe(2, description);
        output.ShouldBeEmpty(description);
        error.ShouldContain("--people", customMessage: description);
    }

    [Fact]
    public async Task Folder_with_something_in_it_is_not_written_to()
    {
        using TemporaryFolder folder = new();
        folder.Write("notices.csv", "mine");
        (int exitCode, _, string error) = await SampleProgram.RunAsync("CityNumbering", ["--people", "500", "--keep", folder.Path]);

        exitCode.ShouldBe(2);
        error.ShouldContain("--keep");
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "notices.csv"))).ShouldBe("mine");
    }

    private static readonly Lazy<Task<(int ExitCode, string Output, string Error)>> _small = new(() => SampleProgram.RunAsync("CityNumbering", ["--people", "2000"]));

    [GeneratedRegex(@"(?<!\d)\d{12}(?!\d)")]
    private static partial Regex TwelveDigits();
}
