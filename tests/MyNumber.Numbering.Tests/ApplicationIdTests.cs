namespace MyNumber.Numbering.Tests;

public sealed class ApplicationIdTests
{
    [Theory]
    [InlineData("any 23 digits", "12345678901234567890123")]
    [InlineData("zeros", "00000000000000000000000")]
    [InlineData("nines", "99999999999999999999999")]
    public void Published_value_is_valid(string description, string text)
    {
        Published.ShouldBe<ApplicationId>(ApplicationId.TryParse, ApplicationId.TryParse, text, NumberStyle.Strict, NumberFault.None, description);
        Published.ShouldBe<ApplicationId>(ApplicationId.TryParse, ApplicationId.TryParse, text, NumberStyle.Lenient, NumberFault.None, description);
    }

    [Theory]
    [InlineData("grouped", "1234-5678-9012-3456-7890-123", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("22 digits", "1111111111111111111111", NumberStyle.Strict, NumberFault.TooShort)]
    [InlineData("24 digits", "111111111111111111111111", NumberStyle.Strict, NumberFault.TooLong)]
    [InlineData("40 digits", "1111111111111111111111111111111111111111", NumberStyle.Strict, NumberFault.TooLong)]
    [InlineData("a letter", "1111111111111111111111x", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    [InlineData("empty", "", NumberStyle.Strict, NumberFault.Empty)]
    public void Text_has_its_own_reason(string description, string text, NumberStyle style, NumberFault expected) =>
        Published.ShouldBe<ApplicationId>(ApplicationId.TryParse, ApplicationId.TryParse, text, style, expected, description);

    [Theory]
    [InlineData("mixed", "12345678901234567890123", "1234-5678-9012-3456-7890-123")]
    [InlineData("leading zeros", "00000000000000000000001", "0000-0000-0000-0000-0000-001")]
    [InlineData("zeros at the seam", "98765430000000000000012", "9876-5430-0000-0000-0000-012")]
    [InlineData("nines", "99999999999999999999999", "9999-9999-9999-9999-9999-999")]
    public void All_digits_come_back(string description, string text, string grouped)
    {
        ApplicationId.Parse(text).ToString().ShouldBe(text, description);
        ApplicationId.Parse(text).ToString("H").ShouldBe(grouped, description);
    }
}
