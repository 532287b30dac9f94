namespace MyNumber.Numbering.Tests;

/// <summary>Every character of the basic plane in the midst of a number: what the lenient style passes over is a list, not a category.</summary>
public sealed class SeparatorTests
{
    private const string Passed = " -\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u3000\uFF0D";

    [Fact]
    public void Lenient_style_passes_over_these_characters_and_no_other()
    {
        for (int character = 0; character <= char.MaxValue; character++)
        {
            bool digit = character is (>= '0' and <= '9') or (>= '\uFF10' and <= '\uFF19');
            CorporateNumber.TryParse($"8700{(char)character}110005901", NumberStyle.Lenient, out _, out NumberFault fault);
            fault.ShouldBe(digit ? NumberFault.TooLong : Passed.Contains((char)character) ? NumberFault.None : NumberFault.ForbiddenCharacter);
        }
    }

    [Fact]
    public void Two_separators_together_are_misplaced_whichever_they_are()
    {
        foreach (char first in Passed)
        {
            foreach (char second in Passed)
            {
                CorporateNumber.TryParse($"8-7001{first}{second}1000-5901", NumberStyle.Lenient, out _, out NumberFault fault);
                fault.ShouldBe(NumberFault.MisplacedSeparator);
            }
        }
    }

    [Theory]
    [InlineData("one between any two digits", "8 7-0 0-1 1-0 0-0 5-9 0-1", NumberFault.None)]
    [InlineData("several spaces at both ends", "  \u3000 8-7001-1000-5901 \u3000  ", NumberFault.None)]
    [InlineData("four between two digits", "8----7001----1000----5901", NumberFault.MisplacedSeparator)]
    [InlineData("a hyphen between spaces", "8 - 7001 - 1000 - 5901", NumberFault.MisplacedSeparator)]
    [InlineData("two, and too few digits", "8--7001", NumberFault.MisplacedSeparator)]
    [InlineData("two, and a letter", "8--7001x", NumberFault.ForbiddenCharacter)]
    [InlineData("space and hyphen in front", " -8700110005901", NumberFault.MisplacedSeparator)]
    [InlineData("hyphen and space behind", "8700110005901- ", NumberFault.MisplacedSeparator)]
    [InlineData("only hyphens", "--", NumberFault.MisplacedSeparator)]
    public void One_separator_stands_between_two_digits_at_most(string description, string text, NumberFault expected) =>
        Published.ShouldBe<CorporateNumber>(CorporateNumber.TryParse, CorporateNumber.TryParse, text, NumberStyle.Lenient, expected, description);

    [Fact]
    public void Strict_style_passes_over_none()
    {
        for (int character = 0; character <= char.MaxValue; character++)
        {
            CorporateNumber.TryParse($"8700{(char)character}110005901", NumberStyle.Strict, out _, out NumberFault fault);
            fault.ShouldBe(character is >= '0' and <= '9' ? NumberFault.TooLong : NumberFault.ForbiddenCharacter);
        }
    }
}
