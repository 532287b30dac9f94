using MyNumber.Jpki.Evidence;

namespace MyNumber.Jpki.Tests.Evidence;

public sealed class LegalMethodsTests
{
    [Theory]
    [InlineData("long ago", "2016-01-01T00:00:00+09:00", "ワ")]
    [InlineData("last second of ワ in Japan", "2025-06-23T14:59:59Z", "ワ")]
    [InlineData("first second of カ in Japan, still the day before in UTC", "2025-06-23T15:00:00Z", "カ")]
    [InlineData("today", "2026-11-21T12:00:00+09:00", "カ")]
    [InlineData("last second of カ in Japan", "2027-03-31T14:59:59Z", "カ")]
    [InlineData("first second of ヌ in Japan", "2027-03-31T15:00:00Z", "ヌ")]
    [InlineData("seen from New York", "2027-03-31T11:00:00-04:00", "ヌ")]
    [InlineData("far ahead", "2040-01-01T00:00:00+09:00", "ヌ")]
    public void Letter_follows_the_day_in_Japan(string description, string at, string letter) =>
        LegalMethods.Default.Find(DateTimeOffset.Parse(at)).ShouldNotBeNull(description).Letter.ShouldBe(letter);

    [Fact]
    public void A_day_without_a_row_has_no_letter()
    {
        LegalMethods table = new([new("rule", "イ", new DateOnly(2030, 1, 1), new DateOnly(2030, 1, 31))]);
        table.Find(new DateTimeOffset(2029, 12, 31, 14, 59, 59, TimeSpan.Zero)).ShouldBeNull();
        table.Find(new DateTimeOffset(2029, 12, 31, 15, 0, 0, TimeSpan.Zero)).ShouldNotBeNull();
        table.Find(new DateTimeOffset(2030, 1, 31, 15, 0, 0, TimeSpan.Zero)).ShouldBeNull();
    }

    [Theory]
    [InlineData("one day shared", "2030-01-01", "2030-01-31", "2030-01-31", null)]
    [InlineData("open end before another", "2030-01-01", null, "2031-01-01", null)]
    [InlineData("ends before it begins", "2030-01-02", "2030-01-01", "2031-01-01", null)]
    [InlineData("two without beginning", null, "2030-01-01", null, "2031-01-01")]
    public void A_table_that_does_not_decide_is_refused(string description, string? from, string? until, string? otherFrom, string? otherUntil) =>
        Should.Throw<ArgumentException>(() => new LegalMethods([new("r", "イ", Day(from), Day(until)), new("r", "ロ", Day(otherFrom), Day(otherUntil))]), description);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
