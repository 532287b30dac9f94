using System.Text;

namespace MyNumber.Numbering.Tests;

public sealed class IndividualNumberTests
{
    public static TheoryData<Sample> OtherTexts => new()
    {
        new("empty", ""),
        new("eleven digits", "12345678901"),
        new("thirteen digits", "1234567890180"),
        new("check digit one higher", "123456789019"),
        new("last two digits swapped", "123456789081"),
        new("a letter", "12345678901A"),
        new("a sign", "-23456789018"),
        new("spaces around", " 2345678901 "),
        new("full-width digits", "１２３４５６７８９０１８"),
    };

    public static TheoryData<Sample> PublishedValues => new()
    {
        new("README of a Python library", "123456789018"),
        new("python-stdnum", "621498320257"),
        new("remainder 1", "614106526000"),
        new("remainder 10", "510136263801"),
        new("specimen", "379474484458"),
        new("specimen, remainder 0", "454972364860"),
        new("leading zero", "060122228102"),
        new("computed edge, remainder 0", "100000000080"),
        new("computed edge, remainder 1", "100000000030"),
        new("published, 1", "983205673214"),
        new("published, 2", "895980423139"),
        new("published, 3", "548836529885"),
        new("published, 4", "362473502703"),
        new("published, 5", "467430101604"),
        new("published, 6", "763727588705"),
        new("published, 7", "734220726006"),
        new("published, 8", "450817747707"),
        new("published, 9", "207304711608"),
        new("published, 10", "407508284309"),
        new("trivial zeros", "000000000000"),
        new("trivial ones", "111111111118"),
        new("undetected single error, right", "123456789000"),
        new("undetected single error, wrong", "143456789000"),
        new("undetected swap, right", "123456789050"),
        new("undetected swap, wrong", "213456789050"),
    };

    public static TheoryData<Sample> Fillers => new()
    {
        new("zeros", "000000000000"),
        new("ones", "111111111118"),
        new("run up", "123456789018"),
    };

    public static TheoryData<Sample> NoFillers => new()
    {
        new("specimen", "379474484458"),
        new("nearly a run", "123456789050"),
    };

    public static TheoryData<Sample> PublishedWrongValues => new()
    {
        new("named by an official as never used", "000000000001"),
        new("value on dummy cards", "123456789012"),
        new("published as invalid", "507957100722"),
        new("last digit of the specimen changed", "379474484459"),
        new("last digit changed", "621498320258"),
    };

    public static TheoryData<Sample> TextsWithReasons => new()
    {
        new("empty", "", NumberStyle.Strict, NumberFault.Empty),
        new("only spaces", "  \u3000", NumberStyle.Lenient, NumberFault.Empty),
        new("eleven digits", "12345678901", NumberStyle.Strict, NumberFault.TooShort),
        new("thirteen digits", "1234567890180", NumberStyle.Strict, NumberFault.TooLong),
        new("a hundred digits", "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", NumberStyle.Strict, NumberFault.TooLong),
        new("a hundred digits, lenient", "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", NumberStyle.Lenient, NumberFault.TooLong),
        new("a letter", "12345678901A", NumberStyle.Strict, NumberFault.ForbiddenCharacter),
        new("64 letters", new string('x', 64), NumberStyle.Strict, NumberFault.ForbiddenCharacter),
        new("65 letters: the length comes first", new string('x', 65), NumberStyle.Strict, NumberFault.TooLong),
        new("65 letters, lenient", new string('x', 65), NumberStyle.Lenient, NumberFault.TooLong),
        new("a wrong letter and too few digits", "12x", NumberStyle.Strict, NumberFault.ForbiddenCharacter),
        new("too long with a wrong check digit", "1234567890190", NumberStyle.Strict, NumberFault.TooLong),
        new("full width, strict", "１２３４５６７８９０１８", NumberStyle.Strict, NumberFault.ForbiddenCharacter),
        new("full width", "１２３４５６７８９０１８", NumberStyle.Lenient, NumberFault.None),
        new("hyphens", "1234-5678-9018", NumberStyle.Lenient, NumberFault.None),
        new("hyphens, strict", "1234-5678-9018", NumberStyle.Strict, NumberFault.ForbiddenCharacter),
        new("U+2010", "1234\u20105678\u20109018", NumberStyle.Lenient, NumberFault.None),
        new("U+2015", "1234\u20155678\u20159018", NumberStyle.Lenient, NumberFault.None),
        new("U+2212", "1234\u22125678\u22129018", NumberStyle.Lenient, NumberFault.None),
        new("U+FF0D", "1234\uFF0D5678\uFF0D9018", NumberStyle.Lenient, NumberFault.None),
        new("U+3000", " 1234\u30005678\u30009018 ", NumberStyle.Lenient, NumberFault.None),
        new("U+2016, one past the hyphens", "1234\u20165678\u20169018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter),
        new("no-break space", "1234\u00A056789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter),
        new("long vowel mark", "1234\u30FC56789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter),
        new("tab", "1234\t56789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter),
        new("trailing newline", "123456789018\n", NumberStyle.Strict, NumberFault.ForbiddenCharacter),
        new("Arabic-Indic digits", "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661\u0668", NumberStyle.Lenient, NumberFault.ForbiddenCharacter),
        new("leading hyphen", "-123456789018", NumberStyle.Lenient, NumberFault.MisplacedSeparator),
        new("trailing hyphen", "123456789018-", NumberStyle.Lenient, NumberFault.MisplacedSeparator),
        new("prefix of another kind", "T123456789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter),
        new("full width with a wrong check digit", "１２３４５６７８９０１９", NumberStyle.Lenient, NumberFault.WrongCheckDigit),
        new("U+FF10 less one", "\uFF0F23456789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter),
        new("U+FF19 plus one", "\uFF1A23456789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter),
        new("an astral digit", "\U0001D7CF23456789018", NumberStyle.Lenient, NumberFault.ForbiddenCharacter),
    };

    [Fact]
    public void Twelve_digits_with_a_right_check_digit_are_a_number()
    {
        IndividualNumber.TryParse("123456789018", out IndividualNumber fromText).ShouldBeTrue();
        IndividualNumber.TryParse("123456789018"u8, out IndividualNumber fromBytes).ShouldBeTrue();
        fromText.ShouldBe(fromBytes);
        fromText.Reveal().ShouldBe("123456789018");
    }

    [Theory]
    [MemberData(nameof(OtherTexts))]
    public void Other_text_is_no_number(Sample sample)
    {
        IndividualNumber.TryParse(sample.Text, out IndividualNumber value).ShouldBeFalse(sample.Description);
        value.IsEmpty.ShouldBeTrue();
        IndividualNumber.TryParse(Encoding.UTF8.GetBytes(sample.Text), out _).ShouldBeFalse(sample.Description);
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
    [MemberData(nameof(PublishedValues))]
    public void Published_value_is_valid(Sample sample)
    {
        Published.ShouldBe<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse, sample.Text, NumberStyle.Strict, NumberFault.None, sample.Description);
        Published.ShouldBe<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse, sample.Text, NumberStyle.Lenient, NumberFault.None, sample.Description);
    }

    [Theory]
    [MemberData(nameof(PublishedValues))]
    public void Another_check_digit_is_wrong(Sample sample)
    {
        foreach (char digit in "0123456789".Where(digit => digit != sample.Text[^1]))
        {
            Published.ShouldBe<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse, sample.Text[..^1] + digit, NumberStyle.Strict, NumberFault.WrongCheckDigit, sample.Description);
        }
    }

    [Theory]
    [MemberData(nameof(PublishedWrongValues))]
    public void Published_wrong_value_has_a_wrong_check_digit(Sample sample) =>
        Published.ShouldBe<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse, sample.Text, NumberStyle.Strict, NumberFault.WrongCheckDigit, sample.Description);

    [Theory]
    [MemberData(nameof(TextsWithReasons))]
    public void Text_has_its_own_reason(Sample sample) =>
        Published.ShouldBe<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse, sample.Text, sample.Style, sample.Fault, sample.Description);

    [Theory]
    [MemberData(nameof(Fillers))]
    public void Filler_is_a_placeholder_and_valid(Sample sample) => IndividualNumber.Parse(sample.Text).IsPlaceholder.ShouldBeTrue(sample.Description);

    [Theory]
    [MemberData(nameof(NoFillers))]
    public void Other_digits_are_no_placeholder(Sample sample) => IndividualNumber.Parse(sample.Text).IsPlaceholder.ShouldBeFalse(sample.Description);
}
