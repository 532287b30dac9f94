namespace MyNumber.Numbering.Tests;

public sealed class InvoiceRegistrationNumberTests
{
    [Theory]
    [InlineData("on a receipt", "T9011001029597")]
    [InlineData("sample that fails the check", "T8040001999011")]
    [InlineData("zeros", "T0000000000000")]
    public void Published_value_is_valid(string description, string text)
    {
        Published.ShouldBe<InvoiceRegistrationNumber>(InvoiceRegistrationNumber.TryParse, InvoiceRegistrationNumber.TryParse, text, NumberStyle.Strict, NumberFault.None, description);
        Published.ShouldBe<InvoiceRegistrationNumber>(InvoiceRegistrationNumber.TryParse, InvoiceRegistrationNumber.TryParse, text, NumberStyle.Lenient, NumberFault.None, description);
    }

    [Theory]
    [InlineData("full width", "Ｔ９０１１００１０２９５９７", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("full-width small", "ｔ9011001029597", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("small", "t9011001029597", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("small, strict", "t9011001029597", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    [InlineData("bare", "9011001029597", NumberStyle.Strict, NumberFault.MissingPrefix)]
    [InlineData("bare", "9011001029597", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("hyphen behind the prefix", "T-9011001029597", NumberStyle.Lenient, NumberFault.MisplacedSeparator)]
    [InlineData("space behind the prefix", "T 9011001029597", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("grouped", "T9-0110-0102-9597", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("prefix alone", "T", NumberStyle.Strict, NumberFault.TooShort)]
    [InlineData("prefix twice", "TT9011001029597", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    [InlineData("twelve digits", "T901100102959", NumberStyle.Strict, NumberFault.TooShort)]
    [InlineData("fourteen digits", "T90110010295970", NumberStyle.Strict, NumberFault.TooLong)]
    [InlineData("empty", "", NumberStyle.Strict, NumberFault.Empty)]
    [InlineData("only spaces", " ", NumberStyle.Lenient, NumberFault.Empty)]
    public void Text_has_its_own_reason(string description, string text, NumberStyle style, NumberFault expected) =>
        Published.ShouldBe<InvoiceRegistrationNumber>(InvoiceRegistrationNumber.TryParse, InvoiceRegistrationNumber.TryParse, text, style, expected, description);

    [Theory]
    [InlineData("corporation", "T9011001029597", InvoiceRegistrationStanding.Valid)]
    [InlineData("published sample that fails the check", "T8040001999011", InvoiceRegistrationStanding.MayBeIndividual)]
    [InlineData("no corporate number begins with 0", "T0000000000000", InvoiceRegistrationStanding.MayBeIndividual)]
    [InlineData("too short", "T901100102959", InvoiceRegistrationStanding.Malformed)]
    [InlineData("empty", "", InvoiceRegistrationStanding.Malformed)]
    public void Standing_has_three_values(string description, string text, InvoiceRegistrationStanding expected) =>
        InvoiceRegistrationNumber.Judge(text).ShouldBe(expected, description);

    [Fact]
    public void Corporate_number_is_in_a_corporations_digits()
    {
        InvoiceRegistrationNumber.Parse("T9011001029597").TryGetCorporateNumber(out CorporateNumber number).ShouldBeTrue();
        number.ToString().ShouldBe("9011001029597");
        InvoiceRegistrationNumber.Parse("T8040001999011").TryGetCorporateNumber(out number).ShouldBeFalse();
        number.IsEmpty.ShouldBeTrue();
        InvoiceRegistrationNumber.Parse("T9011001029597").ToString().ShouldBe("T9011001029597");
    }
}
