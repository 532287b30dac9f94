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
    public void Strict_style_passes_over_none()
    {
        for (int character = 0; character <= char.MaxValue; character++)
        {
            CorporateNumber.TryParse($"8700{(char)character}110005901", NumberStyle.Strict, out _, out NumberFault fault);
            fault.ShouldBe(character is >= '0' and <= '9' ? NumberFault.TooLong : NumberFault.ForbiddenCharacter);
        }
    }
}
