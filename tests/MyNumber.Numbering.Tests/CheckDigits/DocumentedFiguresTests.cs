using System.Globalization;

namespace MyNumber.Numbering.Tests.CheckDigits;

/// <summary>The table of errors that pass, in docs/numbering/README.md, recomputed cell by cell to the digits that it shows.</summary>
public sealed class DocumentedFiguresTests
{
    [Theory]
    [InlineData("個人番号", "individual")]
    [InlineData("住民票コード (inferred rule)", "resident")]
    [InlineData("法人番号", "corporate")]
    [InlineData("全国地方公共団体コード", "government")]
    [InlineData("保険者番号", "insurer8")]
    [InlineData("保険者番号", "insurer6")]
    [InlineData("運転免許証番号 (hint)", "licence")]
    public void Row_of_the_page_is_what_is_computed(string title, string scheme)
    {
        CheckScheme rule = CheckSchemes.Of[scheme];
        double[] computed =
        [
            rule.Missed(1, Enumerable.Range(0, rule.Length), CheckErrors.WrongDigit),
            rule.Missed(1, CheckErrors.Payload(rule), CheckErrors.WrongDigit),
            rule.Missed(2, Enumerable.Range(0, rule.Length - 1), CheckErrors.Swap),
            rule.Missed(3, Enumerable.Range(0, rule.Length - 2), CheckErrors.Jump),
            rule.Missed(2, CheckErrors.PayloadPairs(rule), CheckErrors.Twin),
        ];
        string[] shown = Row(title);
        shown.ShouldBe(computed.Zip(shown, (value, cell) => value.ToString("F" + Decimals(cell), CultureInfo.InvariantCulture)));
    }

    private static int Decimals(string cell) => cell.Contains('.') ? cell.Length - cell.IndexOf('.') - 1 : 0;

    private static string[] Row(string title) => [.. Pages.Read("README.md").Split('\n')
        .SkipWhile(line => line != "## Errors that are not detected")
        .First(line => line.StartsWith($"| {title} |", StringComparison.Ordinal))
        .Trim('|').Split('|', StringSplitOptions.TrimEntries).Skip(1).Select(cell => cell.Trim('*'))];
}
