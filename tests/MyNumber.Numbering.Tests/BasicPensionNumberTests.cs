namespace MyNumber.Numbering.Tests;

public sealed class BasicPensionNumberTests
{
    [Theory]
    [InlineData("any ten digits", "1234567890")]
    [InlineData("former mutual aid", "9600000001")]
    public void Published_value_is_valid(string description, string text)
    {
        Published.ShouldBe<BasicPensionNumber>(BasicPensionNumber.TryParse, BasicPensionNumber.TryParse, text, NumberStyle.Strict, NumberFault.None, description);
        Published.ShouldBe<BasicPensionNumber>(BasicPensionNumber.TryParse, BasicPensionNumber.TryParse, text, NumberStyle.Lenient, NumberFault.None, description);
    }

    [Theory]
    [InlineData("grouped", "1234-567890", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("grouped, strict", "1234-567890", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    [InlineData("nine digits", "123456789", NumberStyle.Strict, NumberFault.TooShort)]
    [InlineData("eleven digits", "12345678901", NumberStyle.Strict, NumberFault.TooLong)]
    [InlineData("empty", "", NumberStyle.Strict, NumberFault.Empty)]
    public void Text_has_its_own_reason(string description, string text, NumberStyle style, NumberFault expected) =>
        Published.ShouldBe<BasicPensionNumber>(BasicPensionNumber.TryParse, BasicPensionNumber.TryParse, text, style, expected, description);

    [Fact]
    public void Office_comes_apart_and_the_rest_stays_masked()
    {
        BasicPensionNumber number = BasicPensionNumber.Parse("0103000042");
        number.OfficeCode.ShouldBe(103);
        number.Reveal().ShouldBe("0103000042");
        number.ToString("H").ShouldBe("BasicPensionNumber(***)");
        number.IsPlaceholder.ShouldBeFalse();
        BasicPensionNumber.Parse("0103000000").IsPlaceholder.ShouldBeTrue();
    }
}
