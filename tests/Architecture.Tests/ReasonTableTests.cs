using System.Globalization;
using System.Text.RegularExpressions;
using MyNumber.Jpki;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Validation;

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

    [Theory]
    [InlineData("docs/jpki/README.md")]
    [InlineData("docs/jpki/README.ja.md")]
    public void Table_of_steps_has_each_reason_at_the_step_that_finds_it_and_nowhere_else(string page)
    {
        (VerificationStep Step, (int From, int To)[] Numbers)[] rows = [.. StepRow().Matches(Repository.ReadText(Repository.PathOf(page)))
            .Select(row => (Enum.Parse<VerificationStep>(row.Groups["step"].Value), Ranges(row.Groups["reasons"].Value)))];
        string[] wrong = [.. ReasonTexts.All.Where(text => text.Step != VerificationStep.None)
            .Select(text => (Number: (int)text.Reason, text.Step, Told: rows.Where(row => row.Numbers.Any(range => range.From <= (int)text.Reason && (int)text.Reason <= range.To)).Select(row => row.Step).ToArray()))
            .Where(reason => reason.Told is not [var only] || only != reason.Step)
            .Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Number} is found by {reason.Step}, and the page says {string.Join(", ", reason.Told)}"))];
        rows.Select(row => row.Step).ShouldBe(Enum.GetValues<VerificationStep>().Where(step => step != VerificationStep.None));
        wrong.ShouldBeEmpty();
        rows.SelectMany(row => row.Numbers).SelectMany(range => (int[])[range.From, range.To]).Where(number => !Enum.IsDefined((VerificationReason)number)).ShouldBeEmpty("no reason has the number");
    }

    private static (int From, int To)[] Ranges(string cell) => [.. Range().Matches(cell).Select(range =>
    {
        int from = int.Parse(range.Groups["from"].Value, CultureInfo.InvariantCulture);
        return (from, range.Groups["to"].Success ? int.Parse(range.Groups["to"].Value, CultureInfo.InvariantCulture) : from);
    })];

    [GeneratedRegex(@"^\| `?(?<step>Challenge|Read|Profile|Path|Period|IssuerSignature|Signature|Timestamp|Status)\b[^|]*\|[^|]*\|(?<reasons>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex StepRow();

    [GeneratedRegex(@"(?<from>\d+)(?:–(?<to>\d+))?")]
    private static partial Regex Range();

    [GeneratedRegex(@"^\| (?<name>[A-Z]\w+) \| (?<number>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
