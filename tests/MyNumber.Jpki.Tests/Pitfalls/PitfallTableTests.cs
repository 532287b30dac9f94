using System.Globalization;
using System.Text.RegularExpressions;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Pitfalls;

/// <summary>The page of pitfalls names tests that exist.</summary>
public sealed partial class PitfallTableTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "jpki", "pitfalls.md"));

    [Fact]
    public void Page_has_one_row_for_each_pitfall() =>
        Rows().Matches(Page).Select(match => match.Groups["number"].Value).ShouldBe(Enumerable.Range(1, 18).Select(number => number.ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void Tests_that_rows_name_exist()
    {
        Dictionary<string, string> sources = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .GroupBy(Path.GetFileNameWithoutExtension).ToDictionary(group => group.Key!, group => string.Concat(group.Select(File.ReadAllText)), StringComparer.Ordinal);
        foreach (Match row in Rows().Matches(Page))
        {
            MatchCollection tests = Tests().Matches(row.Groups["tests"].Value);
            tests.Count.ShouldBePositive(row.Value);
            foreach (Match test in tests)
            {
                sources.ContainsKey(test.Groups["type"].Value).ShouldBeTrue(test.Value);
                sources[test.Groups["type"].Value].ShouldContain($" {test.Groups["name"].Value}(");
            }
        }
    }

    [GeneratedRegex(@"^\| P(?<number>\d+) \|.*\|(?<tests>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"`(?<type>\w+)\.(?<name>\w+)`")]
    private static partial Regex Tests();
}
