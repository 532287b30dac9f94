using System.Text;

namespace MyNumber.Numbering.Tests;

public sealed class IndividualNumberTests
{
    [Fact]
    public void Twelve_digits_with_a_right_check_digit_are_a_number()
    {
        IndividualNumber.TryParse("123456789018", out IndividualNumber fromText).ShouldBeTrue();
        IndividualNumber.TryParse("123456789018"u8, out IndividualNumber fromBytes).ShouldBeTrue();
        fromText.ShouldBe(fromBytes);
        fromText.Reveal().ShouldBe("123456789018");
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("eleven digits", "12345678901")]
    [InlineData("thirteen digits", "1234567890180")]
    [InlineData("check digit one higher", "123456789019")]
    [InlineData("last two digits swapped", "123456789081")]
    [InlineData("a letter", "12345678901A")]
    [InlineData("a sign", "-23456789018")]
    [InlineData("spaces around", " 2345678901 ")]
    [InlineData("full-width digits", "１２３４５６７８９０１８")]
    public void Other_text_is_no_number(string description, string text)
    {
        IndividualNumber.TryParse(text, out IndividualNumber value).ShouldBeFalse(description);
        value.IsEmpty.ShouldBeTrue();
        IndividualNumber.TryParse(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse(description);
    }

    [Fact]
    public void Text_form_is_a_mask()
    {
        IndividualNumber.TryParse("123456789018", out IndividualNumber value);
        value.ToString().ShouldBe("IndividualNumber(***)");
        $"{value}".ShouldNotContain("1234");
    }

    [Fact]
    public void Default_is_empty_and_reveals_nothing()
    {
        IndividualNumber value = default;
        value.IsEmpty.ShouldBeTrue();
        value.ToString().ShouldBe("IndividualNumber(empty)");
        Should.Throw<InvalidOperationException>(() => value.Reveal());
    }

    [Fact]
    public void The_number_of_zeros_is_not_empty()
    {
        IndividualNumber.TryParse("000000000000", out IndividualNumber zeros).ShouldBeTrue();
        zeros.IsEmpty.ShouldBeFalse();
        (zeros == default).ShouldBeFalse();
        zeros.Reveal().ShouldBe("000000000000");
    }
}
