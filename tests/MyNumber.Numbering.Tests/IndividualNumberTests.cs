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

    [Theory]
    [InlineData("README of a Python library", "123456789018")]
    [InlineData("python-stdnum", "621498320257")]
    [InlineData("remainder 1", "614106526000")]
    [InlineData("remainder 10", "510136263801")]
    [InlineData("specimen", "379474484458")]
    [InlineData("specimen, remainder 0", "454972364860")]
    [InlineData("leading zero", "060122228102")]
    [InlineData("computed edge, remainder 0", "100000000080")]
    [InlineData("computed edge, remainder 1", "100000000030")]
    [InlineData("published", "983205673214")]
    [InlineData("published", "895980423139")]
    [InlineData("published", "548836529885")]
    [InlineData("published", "362473502703")]
    [InlineData("published", "467430101604")]
    [InlineData("published", "763727588705")]
    [InlineData("published", "734220726006")]
    [InlineData("published", "450817747707")]
    [InlineData("published", "207304711608")]
    [InlineData("published", "407508284309")]
    [InlineData("trivial zeros", "000000000000")]
    [InlineData("trivial ones", "111111111118")]
    [InlineData("undetected single error, right", "123456789000")]
    [InlineData("undetected single error, wrong", "143456789000")]
    [InlineData("undetected swap, right", "123456789050")]
    [InlineData("undetected swap, wrong", "213456789050")]
    public void Published_value_is_valid(string description, string text)
    {
        Published.ShouldBe<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse, text, NumberStyle.Strict, NumberFault.None, description);
        Published.ShouldBe<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse, text, NumberStyle.Lenient, NumberFault.None, description);
    }

    [Theory]
    [InlineData("value on dummy cards", "123456789012")]
    [InlineData("published as invalid", "507957100722")]
    [InlineData("last digit of the specimen changed", "379474484459")]
    [InlineData("last digit changed", "621498320258")]
    public void Published_wrong_value_has_a_wrong_check_digit(string description, string text) =>
        Published.ShouldBe<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse, text, NumberStyle.Strict, NumberFault.WrongCheckDigit, description);

    [Theory]
    [InlineData("empty", "", NumberStyle.Strict, NumberFault.Empty)]
    [InlineData("only spaces", "  \u3000", NumberStyle.Lenient, NumberFault.Empty)]
    [InlineData("eleven digits", "12345678901", NumberStyle.Strict, NumberFault.TooShort)]
    [InlineData("thirteen digits", "1234567890180", NumberStyle.Strict, NumberFault.TooLong)]
    [InlineData("a hundred digits", "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", NumberStyle.Strict, NumberFault.TooLong)]
    [InlineData("a hundred digits, lenient", "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", NumberStyle.Lenient, NumberFault.TooLong)]
    [InlineData("a letter", "12345678901A", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    [InlineData("full width, strict", "１２３４５６７８９０１８", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    [InlineData("full width", "１２３４５６７８９０１８", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("hyphens", "1234-5678-9018", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("hyphens, strict", "1234-5678-9018", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    [InlineData("U+2010", "1234\u20105678\u20109018", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("U+2015", "1234\u20155678\u20159018", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("U+2212", "1234\u22125678\u22129018", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("U+FF0D", "1234\uFF0D5678\uFF0D9018", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("U+3000", " 1234\u30005678\u30009018 ", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("U+2016, one past the hyphens", "1234\u20165678\u20169018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    [InlineData("no-break space", "1234\u00A056789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    [InlineData("long vowel mark", "1234\u30FC56789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    [InlineData("tab", "1234\t56789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    [InlineData("trailing newline", "123456789018\n", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    [InlineData("Arabic-Indic digits", "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661\u0668", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    [InlineData("leading hyphen", "-123456789018", NumberStyle.Lenient, NumberFault.MisplacedSeparator)]
    [InlineData("trailing hyphen", "123456789018-", NumberStyle.Lenient, NumberFault.MisplacedSeparator)]
    [InlineData("prefix of another kind", "T123456789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    [InlineData("full width with a wrong check digit", "１２３４５６７８９０１９", NumberStyle.Lenient, NumberFault.WrongCheckDigit)]
    [InlineData("U+FF10 less one", "\uFF0F23456789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    [InlineData("U+FF19 plus one", "\uFF1A23456789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    [InlineData("an astral digit", "\U0001D7CF23456789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    public void Text_has_its_own_reason(string description, string text, NumberStyle style, NumberFault expected) =>
        Published.ShouldBe<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse, text, style, expected, description);

    [Theory]
    [InlineData("zeros", "000000000000", true)]
    [InlineData("ones", "111111111118", true)]
    [InlineData("run up", "123456789018", true)]
    [InlineData("specimen", "379474484458", false)]
    [InlineData("nearly a run", "123456789050", false)]
    public void Placeholder_is_apart_from_validity(string description, string text, bool expected) =>
        IndividualNumber.Parse(text).IsPlaceholder.ShouldBe(expected, description);
}
