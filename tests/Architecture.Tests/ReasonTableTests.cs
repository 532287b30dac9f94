using System.Globalization;
using System.Text.RegularExpressions;
using MyNumber.Jpki;

namespace MyNumber.Architecture.Tests;

public sealed partial class ReasonTableTests
{
    [Fact]
    public void The_page_has_one_row_for_each_reason_with_its_number()
    {
        string page = Repository.ReadText(Repository.PathOf("docs", "jpki", "validation.md"));
        string[] rows = [.. Row().Matches(page).Select(match => $"{match.Groups["name"].Value} {match.Groups["number"].Value}")];
        string[] reasons = [.. Enum.GetValues<VerificationReason>().Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason} {(int)reason}"))];
        rows.ShouldBe(reasons);
    }

    [GeneratedRegex(@"^\| (?<name>[A-Z]\w+) \| (?<number>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
