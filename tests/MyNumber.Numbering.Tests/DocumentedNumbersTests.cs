using System.Text.RegularExpressions;
using MyNumber.Numbering.Identification;

namespace MyNumber.Numbering.Tests;

/// <summary>A number that a page of docs/numbering writes as an example is one, unless the page says that it is not.</summary>
public sealed partial class DocumentedNumbersTests
{
    [Theory]
    [InlineData("individual-number.md", NumberKinds.IndividualNumber, 12, 7, "123456789012")]
    [InlineData("resident-record-code.md", NumberKinds.ResidentRecordCode, 11, 1, "")]
    [InlineData("corporate-number.md", NumberKinds.CorporateNumber, 13, 4, "")]
    [InlineData("local-government-code.md", NumberKinds.LocalGovernmentCode, 6, 6, "000020 000030")]
    [InlineData("insurer-number.md", NumberKinds.InsurerNumber, 8, 4, "")]
    [InlineData("basic-pension-number.md", NumberKinds.BasicPensionNumber, 10, 1, "")]
    [InlineData("application-id.md", NumberKinds.ApplicationId, 23, 1, "")]
    public void Number_in_code_quotes_is_valid(string page, NumberKinds kind, int digits, int count, string exceptions)
    {
        string[] numbers = [.. Quoted().Matches(Pages.Read(page))
            .Select(match => match.Groups["digits"].Value)
            .Where(number => number.Length == digits)
            .Except(exceptions.Split(' '))];
        numbers.Length.ShouldBe(count, page);
        foreach (string number in numbers)
        {
            NumberIdentifier.TryIdentify(number, NumberStyle.Strict, out NumberCandidates candidates);
            candidates.All.HasFlag(kind).ShouldBeTrue(page);
        }
    }

    [GeneratedRegex("(?<!`)`(?<digits>[0-9]+)`(?!`)")]
    private static partial Regex Quoted();
}
