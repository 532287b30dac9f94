namespace MyNumber.Numbering.Tests;

public sealed class ResidentRecordCodeTests
{
    [Theory]
    [InlineData("specimen", "24727059608")]
    [InlineData("specimen", "24846016224")]
    [InlineData("specimen", "25208017643")]
    [InlineData("computed", "12345678903")]
    [InlineData("computed", "99999999995")]
    [InlineData("computed", "00000000019")]
    public void Published_value_is_valid(string description, string text)
    {
        Published.ShouldBe<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse, text, NumberStyle.Strict, NumberFault.None, description);
        Published.ShouldBe<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse, text, NumberStyle.Lenient, NumberFault.None, description);
    }

    [Theory]
    [InlineData("specimen with the last digit one higher", "25208017644")]
    public void Published_wrong_value_has_a_wrong_check_digit(string description, string text) =>
        Published.ShouldBe<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse, text, NumberStyle.Strict, NumberFault.WrongCheckDigit, description);

    [Theory]
    [InlineData("ten digits", "2472705960", NumberStyle.Strict, NumberFault.TooShort)]
    [InlineData("an individual number", "123456789018", NumberStyle.Strict, NumberFault.TooLong)]
    [InlineData("empty", "", NumberStyle.Strict, NumberFault.Empty)]
    [InlineData("a letter", "2472705960x", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    public void Text_has_its_own_reason(string description, string text, NumberStyle style, NumberFault expected) =>
        Published.ShouldBe<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse, text, style, expected, description);

    [Theory]
    [InlineData("specimen", "24727059608", false)]
    [InlineData("remainder 0", "00000000000", true)]
    public void Inferred_edge_is_told(string description, string text, bool expected) =>
        ResidentRecordCode.Parse(text).RestsOnInferredEdge.ShouldBe(expected, description);

    [Fact]
    public void Text_form_is_a_mask_and_reveal_gives_the_digits()
    {
        ResidentRecordCode code = ResidentRecordCode.Parse("00000000019");
        code.ToString().ShouldBe("ResidentRecordCode(***)");
        code.Reveal().ShouldBe("00000000019");
    }
}
