using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Tests.People;

public sealed class BirthDateTests
{
    [Theory]
    [InlineData("last day of Meiji", "19120729", JapaneseEra.Meiji)]
    [InlineData("first day of Taisho", "19120730", JapaneseEra.Taisho)]
    [InlineData("last day of Taisho", "19261224", JapaneseEra.Taisho)]
    [InlineData("first day of Showa", "19261225", JapaneseEra.Showa)]
    [InlineData("last day of Showa", "19890107", JapaneseEra.Showa)]
    [InlineData("first day of Heisei", "19890108", JapaneseEra.Heisei)]
    [InlineData("last day of Heisei", "20190430", JapaneseEra.Heisei)]
    [InlineData("first day of Reiwa", "20190501", JapaneseEra.Reiwa)]
    [InlineData("before the eras of the certificate", "18000101", JapaneseEra.Unknown)]
    public void Era_follows_from_a_known_date(string description, string card, JapaneseEra era) => Card(card).Era.ShouldBe(era, description);

    [Theory]
    [InlineData("the first year of an era is 1", "20190501", 1)]
    [InlineData("the year before it", "20190430", 31)]
    [InlineData("Showa 55", "19800217", 55)]
    [InlineData("Showa ends with 64", "19890107", 64)]
    [InlineData("Meiji 45", "19120729", 45)]
    [InlineData("the year is unknown", "00000401", null)]
    [InlineData("no era", "18000101", null)]
    public void Year_within_the_era_follows_from_the_date(string description, string card, int? year) => Card(card).EraYear.ShouldBe(year, description);

    [Theory]
    [InlineData("the era goes on in writing", "420190501", 31)]
    [InlineData("an era that had not begun", "519800217", null)]
    [InlineData("the era is unknown", "019800217", null)]
    public void Written_era_counts(string description, string certificate, int? year) => Certificate(certificate).EraYear.ShouldBe(year, description);

    [Theory]
    [InlineData("Showa on its last day", "319890107", true)]
    [InlineData("Heisei a day too early", "419890107", false)]
    [InlineData("Heisei on its first day", "419890108", true)]
    [InlineData("Showa a day too late", "319890108", false)]
    [InlineData("Heisei on its last day", "420190430", true)]
    [InlineData("Reiwa a day too early", "520190430", false)]
    [InlineData("Reiwa on its first day", "520190501", true)]
    [InlineData("Heisei a day too late", "420190501", false)]
    [InlineData("Meiji on its last day", "119120729", true)]
    [InlineData("Meiji a day too late", "119120730", false)]
    [InlineData("Taisho on its last day", "219261224", true)]
    [InlineData("Taisho a day too late", "219261225", false)]
    [InlineData("era digit 0", "019900401", false)]
    [InlineData("month unknown", "419900001", false)]
    [InlineData("all unknown", "000000000", false)]
    public void Written_era_is_held_against_the_date(string description, string certificate, bool consistent) =>
        Certificate(certificate).IsEraConsistent.ShouldBe(consistent, description);

    [Fact]
    public void Certificate_year_is_gregorian_and_never_an_era_year()
    {
        BirthDate date = Certificate("319800217");
        (date.Year, date.Month, date.Day).ShouldBe((1980, 2, 17));
        date.Era.ShouldBe(JapaneseEra.Showa);
        date.ToCertificateForm().ShouldBe("319800217");
        date.ToCardForm().ShouldBe("19800217");
    }

    [Theory]
    [InlineData("day unknown", "419900400", 1990, 4, null)]
    [InlineData("month and day unknown", "419900000", 1990, null, null)]
    [InlineData("year unknown", "000000401", null, 4, 1)]
    [InlineData("29 February of an unknown year", "000000229", null, 2, 29)]
    [InlineData("all unknown", "000000000", null, null, null)]
    public void Unknown_parts_stay_unknown(string description, string certificate, int? year, int? month, int? day)
    {
        BirthDate date = Certificate(certificate);
        (date.Year, date.Month, date.Day).ShouldBe((year, month, day), description);
        date.IsFullyKnown.ShouldBeFalse();
        date.TryGetDate(out _).ShouldBeFalse();
        date.ToCertificateForm().ShouldBe(certificate);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("card form", "19900401")]
    [InlineData("ten digits", "4199004010")]
    [InlineData("era 6", "619900401")]
    [InlineData("a letter as era", "H19900401")]
    [InlineData("month 13", "419901301")]
    [InlineData("day 32", "419900132")]
    [InlineData("31 April", "419900431")]
    [InlineData("29 February of a common year", "419910229")]
    [InlineData("a separator", "41990-401")]
    [InlineData("a sign", "4-1990040")]
    public void Other_text_is_no_certificate_date(string description, string text) =>
        BirthDate.TryParseCertificate(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse(description);

    [Fact]
    public void Default_is_wholly_unknown()
    {
        BirthDate date = default;
        date.ShouldBe(Certificate("000000000"));
        date.IsFullyKnown.ShouldBeFalse();
        date.ToCardForm().ShouldBe("00000000");
    }

    [Fact]
    public void Text_form_is_a_mask() => Certificate("319800217").ToString().ShouldBe("BirthDate(***)");

    [Fact]
    public void Every_day_survives_both_written_forms() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Days, day =>
        {
            BirthDate date = new(day);
            return Card(date.ToCardForm()) == date
                && Certificate(date.ToCertificateForm()) == date
                && date.TryGetDate(out DateOnly back) && back == day
                && date.IsEraConsistent;
        }));

    private static Arbitrary<DateOnly> Days => Gen.Choose(new DateOnly(1868, 1, 25).DayNumber, new DateOnly(2199, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    private static BirthDate Card(string text)
    {
        BirthDate.TryParseCard(Encoding.ASCII.GetBytes(text), out BirthDate date).ShouldBeTrue();
        return date;
    }

    private static BirthDate Certificate(string text)
    {
        BirthDate.TryParseCertificate(Encoding.ASCII.GetBytes(text), out BirthDate date).ShouldBeTrue();
        return date;
    }
}
