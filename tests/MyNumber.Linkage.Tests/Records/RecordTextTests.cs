using System.Globalization;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Records;

public sealed class RecordTextTests
{
    private const string Provided = "record 0193439c-4e80-7abc-8def-0123456789ab: agency 101 asked agency 202 for 2 items at 2024-11-19T07:06:40.123Z, Provided";

    [Theory]
    [InlineData("invariant", "")]
    [InlineData("Japanese", "ja-JP")]
    [InlineData("own digits and calendar", "ar-SA")]
    [InlineData("Persian calendar", "fa-IR")]
    [InlineData("Buddhist years", "th-TH")]
    [InlineData("another minus", "sv-SE")]
    public void Text_is_the_same_in_every_culture(string row, string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            SaltedRecord salted = new(RecordVectors.Provided, RecordVectors.Salt);
            RecordVectors.Provided.ToString().ShouldBe(Provided, row);
            salted.ToString().ShouldBe($"{Provided}, [salt]", row);
            new StoredRecord(-1, salted).ToString().ShouldBe($"leaf -1: {Provided}, [salt]", row);
            RecordScope.Of(RecordVectors.Provided).ToString().ShouldBe("2024-11-19, agency 101 and agency 202", row);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Correction_shows_its_number() =>
        (RecordVectors.Provided with { Correction = new RecordCorrection(3, default) }).ToString().ShouldStartWith("record 0193439c-4e80-7abc-8def-0123456789ab#3: ");

    [Fact]
    public void Refused_inquiry_is_of_a_scope_without_a_provider() =>
        RecordScope.Of(RecordVectors.Refused).ToString().ShouldBe("2024-11-19, agency 101 refused by the core");

    [Fact]
    public void Text_shows_nothing_of_what_was_asked_for_and_no_type()
    {
        AccessRecord record = RecordVectors.Provided with { ItemSet = new ItemSetId("disability") };
        string text = new StoredRecord(7, new SaltedRecord(record, RecordVectors.Salt)).ToString();
        string[] hidden = ["disability", "child-allowance", "new-claim", "income", "tax-amount", "rule-7", "a5a5", "System.", "Immutable", "MyNumber."];
        hidden.ShouldAllBe(word => !text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Text_of_what_is_no_record_yet_throws_nothing() =>
        (RecordVectors.Provided with { Items = default, Inquirer = default }).ToString().ShouldContain("for 0 items");
}
