using System.Text;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class MatchingNumbersTests
{
    private static readonly Dictionary<string, string> NumbersB = new()
    {
        ["measured example, 昭和55"] = "550217" + "2035" + "2285",
        ["平成2"] = "020401" + "2035" + "2285",
        ["first day of 平成"] = "010108" + "2035" + "2285",
        ["last day of 昭和"] = "640107" + "2035" + "2285",
        ["last day of 平成"] = "310430" + "2035" + "2285",
        ["first day of 令和"] = "010501" + "2035" + "2285",
        ["大正15"] = "151224" + "2035" + "2285",
        ["明治45"] = "450729" + "2035" + "2285",
        ["all unknown"] = "000000" + "2035" + "2285",
    };

    [Fact]
    public void Number_a_is_the_individual_number() => MatchingNumbers.A(CardPerson.Sample).ShouldBe("123456789018"u8.ToArray());

    [Theory]
    [InlineData("measured example, 昭和55", "19800217")]
    [InlineData("平成2", "19900401")]
    [InlineData("first day of 平成", "19890108")]
    [InlineData("last day of 昭和", "19890107")]
    [InlineData("last day of 平成", "20190430")]
    [InlineData("first day of 令和", "20190501")]
    [InlineData("大正15", "19261224")]
    [InlineData("明治45", "19120729")]
    [InlineData("all unknown", "00000000")]
    public void Number_b_counts_in_the_japanese_calendar(string description, string birthDate)
    {
        description.ShouldNotBeEmpty();
        BirthDate.TryParseCard(Encoding.ASCII.GetBytes(birthDate), out BirthDate parsed).ShouldBeTrue();
        CardPerson person = new(
            new FourAttributes("n", "a", parsed, Sex.Unknown),
            CardPerson.Sample.Number,
            CardPerson.Sample.Pins,
            new CardFace("400000000000001", "13101", new DateOnly(2035, 2, 17), "2285"));
        Encoding.ASCII.GetString(MatchingNumbers.B(person)).ShouldBe(NumbersB[description]);
    }

    [Fact]
    public void Number_b_of_the_sample_person() => MatchingNumbers.B(CardPerson.Sample).ShouldBe("02040120341234"u8.ToArray());
}
