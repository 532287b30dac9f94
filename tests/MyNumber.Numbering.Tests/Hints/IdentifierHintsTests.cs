using MyNumber.Numbering.Hints;

namespace MyNumber.Numbering.Tests.Hints;

public sealed class IdentifierHintsTests
{
    [Theory]
    [InlineData("computed", "301234567811", HintOutcome.Plausible)]
    [InlineData("computed", "440000123410", HintOutcome.Plausible)]
    [InlineData("computed", "621987654360", HintOutcome.Plausible)]
    [InlineData("computed", "549800000040", HintOutcome.Plausible)]
    [InlineData("computed", "100000000069", HintOutcome.Plausible)]
    [InlineData("undetected single error", "101234567812", HintOutcome.Plausible)]
    [InlineData("digit changed", "301234567821", HintOutcome.Implausible)]
    [InlineData("eleven digits", "30123456782", HintOutcome.NotThisShape)]
    [InlineData("a letter", "30123456781x", HintOutcome.NotThisShape)]
    [InlineData("empty", "", HintOutcome.NotThisShape)]
    public void Driver_licence(string description, string text, HintOutcome expected) =>
        IdentifierHints.DriverLicence(text).ShouldBe(expected, description);

    [Theory]
    [InlineData("shape", "AB12345678CD", NumberStyle.Strict, HintOutcome.Plausible)]
    [InlineData("small letters, strict", "ab12345678cd", NumberStyle.Strict, HintOutcome.NotThisShape)]
    [InlineData("small letters", "ab12345678cd", NumberStyle.Lenient, HintOutcome.Plausible)]
    [InlineData("full width", "ＡＢ１２３４５６７８ＣＤ", NumberStyle.Lenient, HintOutcome.Plausible)]
    [InlineData("seven digits", "AB1234567CD", NumberStyle.Lenient, HintOutcome.NotThisShape)]
    [InlineData("nine digits", "AB123456789CD", NumberStyle.Lenient, HintOutcome.NotThisShape)]
    [InlineData("digits only", "123456789012", NumberStyle.Strict, HintOutcome.NotThisShape)]
    [InlineData("two letters", "AB", NumberStyle.Strict, HintOutcome.NotThisShape)]
    [InlineData("letters of another script", "АВ12345678СD", NumberStyle.Lenient, HintOutcome.NotThisShape)]
    public void Residence_card(string description, string text, NumberStyle style, HintOutcome expected) =>
        IdentifierHints.ResidenceCard(text, style).ShouldBe(expected, description);

    [Theory]
    [InlineData("eleven digits", "12345678901", NumberStyle.Strict, HintOutcome.Plausible)]
    [InlineData("grouped", "1234-567890-1", NumberStyle.Lenient, HintOutcome.Plausible)]
    [InlineData("grouped, strict", "1234-567890-1", NumberStyle.Strict, HintOutcome.NotThisShape)]
    [InlineData("all the same", "77777777777", NumberStyle.Strict, HintOutcome.Implausible)]
    [InlineData("sixteen digits", "1234567890123456", NumberStyle.Strict, HintOutcome.NotThisShape)]
    public void Employment_insurance(string description, string text, NumberStyle style, HintOutcome expected) =>
        IdentifierHints.EmploymentInsurance(text, style).ShouldBe(expected, description);

    [Fact]
    public void No_hint_says_valid() => Enum.GetNames<HintOutcome>().ShouldBe(["NotThisShape", "Implausible", "Plausible"]);
}
