namespace MyNumber.Numbering.Tests;

public sealed class InsurerNumberTests
{
    // Computed by another program: law 01, the prefecture, insurer 001.
    private static readonly string[] _branches =
    [
        "01010016", "01020015", "01030014", "01040013", "01050012", "01060011", "01070010", "01080019", "01090018", "01100015",
        "01110014", "01120013", "01130012", "01140011", "01150010", "01160019", "01170018", "01180017", "01190016", "01200013",
        "01210012", "01220011", "01230010", "01240019", "01250018", "01260017", "01270016", "01280015", "01290014", "01300011",
        "01310010", "01320019", "01330018", "01340017", "01350016", "01360015", "01370014", "01380013", "01390012", "01400019",
        "01410018", "01420017", "01430016", "01440015", "01450014", "01460013", "01470012",
    ];

    [Theory]
    [InlineData("published worked example", "33120015")]
    [InlineData("health insurance association, Tokyo", "01130012")]
    [InlineData("Hokkaido", "01010016")]
    [InlineData("Osaka", "01270016")]
    [InlineData("two-digit products", "06139992")]
    [InlineData("national health insurance", "138057")]
    [InlineData("national health insurance", "130013")]
    [InlineData("undetected swap, right", "12345690")]
    [InlineData("undetected swap, wrong", "12345609")]
    public void Published_value_is_valid(string description, string text)
    {
        Published.ShouldBe<InsurerNumber>(InsurerNumber.TryParse, InsurerNumber.TryParse, text, NumberStyle.Strict, NumberFault.None, description);
        Published.ShouldBe<InsurerNumber>(InsurerNumber.TryParse, InsurerNumber.TryParse, text, NumberStyle.Lenient, NumberFault.None, description);
    }

    [Theory]
    [InlineData("digit changed", "33120016")]
    [InlineData("six digits, digit changed", "138058")]
    public void Published_wrong_value_has_a_wrong_check_digit(string description, string text) =>
        Published.ShouldBe<InsurerNumber>(InsurerNumber.TryParse, InsurerNumber.TryParse, text, NumberStyle.Strict, NumberFault.WrongCheckDigit, description);

    [Theory]
    [InlineData("seven digits", "3312001", NumberStyle.Strict, NumberFault.WrongLength)]
    [InlineData("five digits", "33120", NumberStyle.Strict, NumberFault.TooShort)]
    [InlineData("nine digits", "331200150", NumberStyle.Strict, NumberFault.TooLong)]
    [InlineData("a letter", "3312001O", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    [InlineData("empty", "", NumberStyle.Strict, NumberFault.Empty)]
    public void Text_has_its_own_reason(string description, string text, NumberStyle style, NumberFault expected) =>
        Published.ShouldBe<InsurerNumber>(InsurerNumber.TryParse, InsurerNumber.TryParse, text, style, expected, description);

    [Theory]
    [InlineData("eight digits", "33120015", 8, 33, 12)]
    [InlineData("eight digits with a leading zero", "01130012", 8, 1, 13)]
    [InlineData("six digits", "138057", 6, -1, 13)]
    public void Parts_come_apart_and_length_is_kept(string description, string text, int length, int law, int prefecture)
    {
        InsurerNumber number = InsurerNumber.Parse(text);
        number.Length.ShouldBe(length, description);
        number.Law.ShouldBe(law, description);
        number.Prefecture.ShouldBe(prefecture, description);
        number.ToString().ShouldBe(text, description);
    }

    [Fact]
    public void Branch_of_every_prefecture_is_valid()
    {
        for (int i = 0; i < _branches.Length; i++)
        {
            InsurerNumber number = InsurerNumber.Parse(_branches[i]);
            number.Law.ShouldBe(1);
            number.Prefecture.ShouldBe(i + 1);
        }
    }

    [Fact]
    public void Six_zeros_and_eight_zeros_are_two_numbers() => InsurerNumber.Parse("000000").ShouldNotBe(InsurerNumber.Parse("00000000"));
}
