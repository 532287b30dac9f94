using System.Globalization;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Authority.Tests.Issuing;

public sealed class ValidityRuleTests
{
    [Theory]
    [InlineData("specimen of a test card", "2025-10-27", "1980-02-17", 5, "2099-01-01", "2030-02-17")]
    [InlineData("birthday still to come this year", "2026-04-01", "1980-12-31", 5, "2099-01-01", "2030-12-31")]
    [InlineData("issued on the birthday", "2026-04-01", "1980-04-01", 5, "2099-01-01", "2031-04-01")]
    [InlineData("issued on the eve of the birthday", "2026-03-31", "1980-04-01", 5, "2099-01-01", "2030-04-01")]
    [InlineData("renewal to the sixth birthday", "2026-03-31", "1980-04-01", 6, "2099-01-01", "2031-04-01")]
    [InlineData("card ends first", "2026-04-01", "1980-12-31", 5, "2028-05-05", "2028-05-05")]
    [InlineData("leap day in a common year", "2025-10-27", "1980-02-29", 5, "2099-01-01", "2030-02-28")]
    [InlineData("leap day in a leap year", "2027-10-27", "1980-02-29", 5, "2099-01-01", "2032-02-29")]
    public void Leaf_ends_on_the_birthday_or_with_the_card(string description, string issued, string birth, int birthdays, string card, string expected)
    {
        description.ShouldNotBeNull();
        ValidityRule.LeafEnd(Day(issued), new BirthDate(Day(birth)), birthdays, Day(card), LeapDayRule.LastOfFebruary).ShouldBe(Day(expected));
    }

    [Fact]
    public void Leap_day_can_count_as_first_of_march() =>
        ValidityRule.LeafEnd(Day("2025-10-27"), new BirthDate(Day("1980-02-29")), 5, Day("2099-01-01"), LeapDayRule.FirstOfMarch).ShouldBe(Day("2030-03-01"));

    [Fact]
    public void Unknown_birth_date_ends_with_the_card() =>
        ValidityRule.LeafEnd(Day("2025-10-27"), default, 5, Day("2033-01-01"), LeapDayRule.LastOfFebruary).ShouldBe(Day("2033-01-01"));

    [Theory]
    [InlineData("third generation, signature", "2023-07-16T00:50:27Z", "2033-07-15T14:59:59Z")]
    [InlineData("second generation, next day in Japan already", "2019-09-14T23:41:56Z", "2029-09-14T14:59:59Z")]
    [InlineData("first generation", "2015-10-20T02:40:28Z", "2025-10-19T14:59:59Z")]
    public void Authority_ends_as_the_published_ones_do(string description, string start, string expected)
    {
        description.ShouldNotBeNull();
        DateTimeOffset instant = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);
        ValidityRule.LastSecondOf(ValidityRule.AuthorityEnd(ValidityRule.JapanDay(instant))).ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("day before the birthday", "2026-03-31", 14)]
    [InlineData("on the birthday", "2026-04-01", 15)]
    public void Age_counts_whole_years(string description, string today, int expected)
    {
        description.ShouldNotBeNull();
        ValidityRule.Age(Day(today), new BirthDate(Day("2011-04-01")), LeapDayRule.LastOfFebruary).ShouldBe(expected);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
