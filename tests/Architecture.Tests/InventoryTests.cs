using System.Globalization;

namespace MyNumber.Architecture.Tests;

public sealed class InventoryTests
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

    private static IEnumerable<string[]> Rows() => File.ReadLines(Repository.PathOf("docs", "inventory.md"))
        .Where(line => line.Length > 2 && line[0] == '|' && char.IsAsciiDigit(line[2]))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
