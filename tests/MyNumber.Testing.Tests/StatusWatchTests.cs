using System.Text.Json;
using System.Text.RegularExpressions;
using StatusWatch;

namespace MyNumber.Testing.Tests;

/// <summary>The nightly watch as a user runs it.</summary>
public sealed partial class StatusWatchTests
{
    private static readonly Lazy<Task<(int ExitCode, string Output, string Error)>> _japanese = new(() => SampleProgram.RunAsync("StatusWatch", ["--customers", "300"]));
    private static readonly Lazy<Task<(int ExitCode, string Output, string Error)>> _english = new(() => SampleProgram.RunAsync("StatusWatch", ["--customers", "150", "--english", "--seed", "2"]));

    [Fact]
    public async Task Night_is_told_and_every_row_is_the_generators()
    {
        (int exitCode, string output, string error) = await _japanese.Value;

        exitCode.ShouldBe(0, output + error);
        error.ShouldBeEmpty();
        string[] words = ["■ 準備", "■ 夜間の現況確認", "20 件を取得", "4 件は未着", "停止: 120 人まで確認済み", "現況確認 100 %  300 / 300", "確かめられない顧客 0 人", "■ 現況確認の報告", "合計", "人/秒"];
        words.ShouldAllBe(word => output.Contains(word));
        output.TrimEnd().ShouldEndWith("すべての顧客について、作り手の知る事実と一致しました。");
    }

    [Fact]
    public async Task Report_in_english_has_no_japanese_word()
    {
        (int exitCode, string output, _) = await _english.Value;

        exitCode.ShouldBe(0, output);
        Japanese().Count(output).ShouldBe(0);
        output.TrimEnd().ShouldEndWith("Every row is what the generator knows.");
    }

    [Fact]
    public async Task No_name_address_or_serial_is_on_the_terminal()
    {
        string output = (await _japanese.Value).Output + (await _english.Value).Output;

        LongNumber().Count(output).ShouldBe(0);
        Customer[] customers = [.. Population.Invent(300, 1), .. Population.Invent(150, 2)];
        customers.ShouldAllBe(customer => !output.Contains(customer.Attributes.Name) && !output.Contains(customer.Attributes.Address) && !output.Contains(customer.Application.ToString()));
    }

    [Fact]
    public async Task Json_alone_is_written_when_asked_for()
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("StatusWatch", ["--json", "--customers", "100"]);

        exitCode.ShouldBe(0, output + error);
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement report = document.RootElement;
        report.GetProperty("customers").GetInt32().ShouldBe(100);
        report.GetProperty("purpose").GetString().ShouldBe("LivenessCheck");
        report.GetProperty("otherThanTruth").GetInt32().ShouldBe(0);
        report.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("count").GetInt32()).ShouldBe(100);
        report.GetProperty("rows").EnumerateArray().ShouldContain(row => row.GetProperty("state").GetString() == "Held" && row.GetProperty("act").GetString() == "Stop");
        report.GetProperty("customersPerSecond").GetDouble().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("an unknown argument", "--people", "100")]
    [InlineData("a value that is missing", "--customers")]
    [InlineData("too few customers", "--customers", "99")]
    [InlineData("too many customers", "--customers", "200001")]
    [InlineData("a negative number", "--customers", "-5")]
    [InlineData("no number", "--seed", "one")]
    [InlineData("a seed that is missing behind a switch", "--json", "--seed")]
    public async Task Wrong_argument_ends_with_two(string description, params string[] arguments)
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("StatusWatch", arguments);

        exitCode.ShouldBe(2, description);
        output.ShouldBeEmpty();
        error.ShouldContain("--customers N");
    }

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Japanese();

    [GeneratedRegex(@"[0-9A-Fa-f]{8}")]
    private static partial Regex LongNumber();
}
