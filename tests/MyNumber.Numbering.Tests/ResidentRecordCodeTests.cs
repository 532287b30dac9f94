namespace MyNumber.Numbering.Tests;

public sealed class ResidentRecordCodeTests
{
    public static TheoryData<Sample> PublishedValues => new()
    {
        new("specimen, 1", "24727059608"),
        new("specimen, 2", "24846016224"),
        new("specimen, 3", "25208017643"),
        new("computed, 1", "12345678903"),
        new("computed, 2", "99999999995"),
        new("computed, 3", "00000000019"),
    };

    public static TheoryData<Sample> Edges => new()
    {
        new("remainder 0", "00000000000"),
        new("remainder 1", "00000000060"),
    };

    public static TheoryData<Sample> PublishedWrongValues => new()
    {
        new("specimen with the last digit one higher", "25208017644"),
    };

    public static TheoryData<Sample> TextsWithReasons => new()
    {
        new("ten digits", "2472705960", NumberStyle.Strict, NumberFault.TooShort),
        new("an individual number", "123456789018", NumberStyle.Strict, NumberFault.TooLong),
        new("empty", "", NumberStyle.Strict, NumberFault.Empty),
        new("a letter", "2472705960x", NumberStyle.Strict, NumberFault.ForbiddenCharacter),
    };

    [Theory]
    [MemberData(nameof(PublishedValues))]
    public void Published_value_is_valid(Sample sample)
    {
        Published.ShouldBe<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse, sample.Text, NumberStyle.Strict, NumberFault.None, sample.Description);
        Published.ShouldBe<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse, sample.Text, NumberStyle.Lenient, NumberFault.None, sample.Description);
    }

    [Theory]
    [MemberData(nameof(PublishedValues))]
    public void Another_check_digit_is_wrong(Sample sample)
    {
        foreach (char digit in "0123456789".Where(digit => digit != sample.Text[^1]))
        {
            Published.ShouldBe<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse, sample.Text[..^1] + digit, NumberStyle.Strict, NumberFault.WrongCheckDigit, sample.Description);
        }
    }

    [Theory]
    [MemberData(nameof(PublishedWrongValues))]
    public void Published_wrong_value_has_a_wrong_check_digit(Sample sample) =>
        Published.ShouldBe<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse, sample.Text, NumberStyle.Strict, NumberFault.WrongCheckDigit, sample.Description);

    [Theory]
    [MemberData(nameof(TextsWithReasons))]
    public void Text_has_its_own_reason(Sample sample) =>
        Published.ShouldBe<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse, sample.Text, sample.Style, sample.Fault, sample.Description);

    [Theory]
    [MemberData(nameof(Edges))]
    public void Inferred_edge_is_told(Sample sample) => ResidentRecordCode.Parse(sample.Text).RestsOnInferredEdge.ShouldBeTrue(sample.Description);

    [Theory]
    [MemberData(nameof(PublishedValues))]
    public void No_specimen_shows_the_edge(Sample sample) => ResidentRecordCode.Parse(sample.Text).RestsOnInferredEdge.ShouldBeFalse(sample.Description);

    [Fact]
    public void Text_form_is_a_mask_and_reveal_gives_the_digits()
    {
        ResidentRecordCode code = ResidentRecordCode.Parse("00000000019");
        code.ToString().ShouldBe("ResidentRecordCode(***)");
        code.Reveal().ShouldBe("00000000019");
    }
}
