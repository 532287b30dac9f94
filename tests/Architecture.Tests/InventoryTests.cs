using System.Globalization;
using System.Text.RegularExpressions;

namespace MyNumber.Architecture.Tests;

public sealed partial class InventoryTests
{
    private static readonly string[] _states = ["0.1", "0.1 partly", "planned", "context"];
    private static readonly string[] _homes = ["Numbering", "Card", "Jpki", "Linkage", "sample", "docs", "–"];

    [Fact]
    public void Rows_are_numbered_from_1_to_190() => Rows().Select(row => int.Parse(row[0], CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, 190));

    [Fact]
    public void Every_row_has_a_function_a_home_and_a_state()
    {
        foreach (string[] row in Rows())
        {
            row.Length.ShouldBe(4, row[0]);
            row[1].ShouldNotBeNullOrWhiteSpace(row[0]);
            row[2].Split(", ").ShouldBeSubsetOf(_homes, row[0]);
            _states.ShouldContain(row[3], row[0]);
        }
    }

    [Fact]
    public void Context_rows_and_only_they_have_no_home() =>
        Rows().Where(row => (row[2] == "–") != (row[3] == "context")).Select(row => row[0]).ShouldBeEmpty();

    [SkippableTheory]
    [InlineData("card")]
    [InlineData("jpki")]
    [InlineData("linkage")]
    public void Every_test_that_a_page_of_coverage_names_exists(string room)
    {
        HashSet<string> tests = [.. Repository.Files().Select(path => Path.GetFileNameWithoutExtension(path)!)];
        TestName().Matches(Coverage(room)).Select(match => match.Groups[1].Value).Distinct().ShouldBeSubsetOf(tests, room);
    }

    [Fact]
    public void Every_row_of_the_card_is_on_its_page()
    {
        int[] asked = [.. Enumerable.Range(23, 20), .. Enumerable.Range(46, 11), .. Enumerable.Range(58, 10), 181, 187, 188, 189];
        RowNumbers(Coverage("card")).Order().ShouldBe(asked);
    }

    [Fact]
    public void Every_row_of_certificates_and_identity_checks_is_on_its_page()
    {
        int[] asked = [53, .. Enumerable.Range(68, 39), 164, .. Enumerable.Range(169, 4), 179];
        RowNumbers(Coverage("jpki")).Order().ShouldBe(asked);
    }

    private static string Coverage(string room) => Repository.ReadText(Repository.PathOf("docs", room, "coverage.md"));

    /// <summary>The first cell begins with numbers: 41, 42 or 59–62.</summary>
    private static IEnumerable<int> RowNumbers(string page) => RowHead().Matches(page).SelectMany(head => head.Groups[1].Value.Split(", ").SelectMany(part =>
    {
        int[] ends = [.. part.Split('–').Select(end => int.Parse(end, CultureInfo.InvariantCulture))];
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }));

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| (\d+(?:(?:, |–)\d+)*) ", RegexOptions.Multiline)]
    private static partial Regex RowHead();

    private static IEnumerable<string[]> Rows() => File.ReadLines(Repository.PathOf("docs", "inventory.md"))
        .Where(line => line.Length > 2 && line[0] == '|' && char.IsAsciiDigit(line[2]))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
