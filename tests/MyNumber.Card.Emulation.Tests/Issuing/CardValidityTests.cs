using MyNumber.Card.Emulation.Issuing;

namespace MyNumber.Card.Emulation.Tests.Issuing;

public sealed class CardValidityTests
{
    [Theory]
    [InlineData("adult, birthday later this year", "1990-06-15", "2026-04-01", null, "2035-06-15")]
    [InlineData("adult, birthday earlier this year", "1990-02-15", "2026-04-01", null, "2036-02-15")]
    [InlineData("a birthday on the day of issue is not counted", "1990-04-01", "2026-04-01", null, "2036-04-01")]
    [InlineData("eighteen today", "2008-04-01", "2026-04-01", null, "2036-04-01")]
    [InlineData("eighteen tomorrow", "2008-04-02", "2026-04-01", null, "2030-04-02")]
    [InlineData("nineteen before the age of majority changed", "2002-05-01", "2022-03-31", null, "2026-05-01")]
    [InlineData("nineteen on the day that it changed", "2002-05-01", "2022-04-01", null, "2031-05-01")]
    [InlineData("born today", "2026-04-01", "2026-04-01", null, "2031-04-01")]
    [InlineData("born on a leap day", "1996-02-29", "2026-04-01", null, "2036-02-29")]
    [InlineData("born on a leap day, ending in a common year", "1996-02-29", "2026-02-01", null, "2035-02-28")]
    [InlineData("residence ends before", "1990-06-15", "2026-04-01", "2029-03-31", "2029-03-31")]
    [InlineData("residence ends after", "1990-06-15", "2026-04-01", "2036-01-01", "2035-06-15")]
    public void The_last_day_of_a_card(string description, string birth, string issued, string? residence, string last) =>
        CardValidity.LastDay(Day(birth), Day(issued), residence is null ? null : Day(residence), CardRules.Default).ShouldBe(Day(last), description);

    [Theory]
    [InlineData("the day before a birthday", "2011-04-02", "2026-04-01", 14)]
    [InlineData("on a birthday", "2011-04-01", "2026-04-01", 15)]
    [InlineData("a leap day in a common year", "2012-02-29", "2027-02-28", 15)]
    public void An_age_is_reached_on_the_birthday(string description, string birth, string day, int age) =>
        CardValidity.AgeOn(Day(birth), Day(day)).ShouldBe(age, description);

    [Fact]
    public void Rules_that_tell_nothing_give_no_day()
    {
        Should.Throw<InvalidOperationException>(() => CardValidity.LastDay(Day("1990-06-15"), Day("2026-04-01"), null, new CardRules()));
        Should.Throw<ArgumentOutOfRangeException>(() => CardValidity.BirthdayAfter(Day("1990-06-15"), Day("2026-04-01"), 0));
        Should.Throw<ArgumentNullException>(() => new CardRules([null!]));
    }

    [Fact]
    public void A_rule_holds_from_its_day_on()
    {
        CardRules.Default.On(CardRuleKind.ContinuedUse, new DateOnly(2024, 5, 26)).ShouldBeNull();
        CardRules.Default.On(CardRuleKind.ContinuedUse, new DateOnly(2024, 5, 27)).ShouldBe(1);
        CardRules.Default.Rows.ShouldAllBe(row => row.Source.Length > 10);
        Enum.GetValues<CardRuleKind>().ShouldAllBe(kind => CardRules.Default.Rows.Any(row => row.Kind == kind));
    }

    [Fact]
    public void Every_refusal_is_told_in_two_languages_and_no_two_alike()
    {
        CardRefusal[] refusals = [.. Enum.GetValues<CardRefusal>().Where(refusal => refusal != CardRefusal.None)];
        refusals.Select(CardRefusalText.Japanese).Distinct().Count().ShouldBe(refusals.Length);
        refusals.Select(CardRefusalText.English).Distinct().Count().ShouldBe(refusals.Length);
        refusals.ShouldAllBe(refusal => CardRefusalText.Japanese(refusal).EndsWith('。') && CardRefusalText.English(refusal).EndsWith('.'));
        CardRefusalText.English(CardRefusal.None).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => CardRefusalText.Japanese((CardRefusal)999));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
