using MyNumber.Numbering.Identification;

namespace MyNumber.Numbering.Tests.Identification;

public sealed class NumberIdentifierTests
{
    [Theory]
    [InlineData("11 digits with a wrong code check", "25208017644", NumberKinds.None, NumberKinds.EmploymentInsurance)]
    [InlineData("12 digits: licence and company registration", "301234567811", NumberKinds.None, NumberKinds.DriverLicence | NumberKinds.CompanyRegistration)]
    [InlineData("12 digits: company registration", "180301018771", NumberKinds.None, NumberKinds.CompanyRegistration)]
    [InlineData("13 digits", "8700110005901", NumberKinds.CorporateNumber, NumberKinds.None)]
    [InlineData("T and 13 digits", "T9011001029597", NumberKinds.InvoiceRegistrationNumber, NumberKinds.None)]
    [InlineData("T and 13 digits of a sole proprietor", "T8040001999011", NumberKinds.None, NumberKinds.InvoiceRegistrationNumber)]
    [InlineData("10 digits", "1234567890", NumberKinds.None, NumberKinds.BasicPensionNumber | NumberKinds.LongTermCareInsured)]
    [InlineData("H and 9 digits", "H123456789", NumberKinds.None, NumberKinds.LongTermCareInsured)]
    [InlineData("8 digits with a check digit", "33120015", NumberKinds.InsurerNumber | NumberKinds.PublicExpensePayer, NumberKinds.LateElderlyInsured)]
    [InlineData("8 digits without", "33120016", NumberKinds.None, NumberKinds.LateElderlyInsured)]
    [InlineData("6 digits: local government", "130001", NumberKinds.LocalGovernmentCode, NumberKinds.LongTermCareInsurer)]
    [InlineData("6 digits: national health insurance", "138057", NumberKinds.NationalHealthInsurer, NumberKinds.LongTermCareInsurer)]
    [InlineData("23 digits", "12345678901234567890123", NumberKinds.None, NumberKinds.ApplicationId)]
    [InlineData("residence card", "AB12345678CD", NumberKinds.None, NumberKinds.ResidenceCard)]
    [InlineData("nothing", "", NumberKinds.None, NumberKinds.None)]
    [InlineData("7 digits", "1234567", NumberKinds.None, NumberKinds.None)]
    [InlineData("words", "number", NumberKinds.None, NumberKinds.None)]
    public void Text_can_be_these_kinds(string description, string text, NumberKinds confirmed, NumberKinds possible)
    {
        NumberIdentifier.TryIdentify(text, NumberStyle.Strict, out NumberCandidates candidates).ShouldBe((confirmed | possible) != 0, description);
        candidates.Confirmed.ShouldBe(confirmed, description);
        candidates.Possible.ShouldBe(possible, description);
    }

    [Fact]
    public void Guarded_kinds_share_their_lengths_with_others()
    {
        Kinds("24727059608").ShouldBe((NumberKinds.ResidentRecordCode, NumberKinds.EmploymentInsurance));
        Kinds("123456789018").ShouldBe((NumberKinds.IndividualNumber, NumberKinds.CompanyRegistration));
        Kinds("301234567810").ShouldBe((NumberKinds.IndividualNumber, NumberKinds.DriverLicence | NumberKinds.CompanyRegistration));
    }

    [Fact]
    public void Bare_thirteen_digits_are_an_invoice_number_too_when_lenient()
    {
        NumberIdentifier.TryIdentify("9011001029597", NumberStyle.Lenient, out NumberCandidates candidates);
        candidates.Confirmed.ShouldBe(NumberKinds.CorporateNumber | NumberKinds.InvoiceRegistrationNumber);
    }

    [Fact]
    public void One_licence_in_ten_passes_for_an_individual_number()
    {
        NumberIdentifier.TryIdentify("301234567810", NumberStyle.Strict, out NumberCandidates candidates);
        candidates.All.HasFlag(NumberKinds.DriverLicence).ShouldBeTrue();
        int both = Enumerable.Range(0, 100_000).Count(i => IndividualNumber.TryParse((301234500000 + i).ToString("D12"), out _));
        both.ShouldBeInRange(9_500, 10_500);
    }

    private static (NumberKinds Confirmed, NumberKinds Possible) Kinds(string text)
    {
        NumberIdentifier.TryIdentify(text, NumberStyle.Strict, out NumberCandidates candidates).ShouldBeTrue();
        return (candidates.Confirmed, candidates.Possible);
    }
}
