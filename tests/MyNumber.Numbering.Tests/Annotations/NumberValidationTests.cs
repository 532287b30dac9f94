using System.ComponentModel.DataAnnotations;
using MyNumber.Numbering.Annotations;

namespace MyNumber.Numbering.Tests.Annotations;

public sealed class NumberValidationTests
{
    [Fact]
    public void Right_form_is_valid_and_null_is_left_to_required()
    {
        Errors(new Form()).ShouldBeEmpty();
        Errors(new Form
        {
            Person = "123456789018", Company = "8700110005901", Strange = "8700110005901", Code = "24727059608", City = "141003", Insurer = "138057", Pension = "1234567890",
            Application = "12345678901234567890123", Invoice = "T8040001999011", Supplier = "T9011001029597", Wide = "１２３４５６７８９０１８", Typed = IndividualNumber.Parse("123456789018"),
        }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(Form.Person), "123456789012")]
    [InlineData(nameof(Form.Company), "8040001999011")]
    [InlineData(nameof(Form.Strange), "3900000000006")]
    [InlineData(nameof(Form.Code), "25208017644")]
    [InlineData(nameof(Form.City), "141004")]
    [InlineData(nameof(Form.Insurer), "138058")]
    [InlineData(nameof(Form.Pension), "123456789")]
    [InlineData(nameof(Form.Application), "1234567890")]
    [InlineData(nameof(Form.Invoice), "8040001999011")]
    [InlineData(nameof(Form.Supplier), "T8040001999011")]
    [InlineData(nameof(Form.Wide), "１２３４５６７８９０１９")]
    [InlineData(nameof(Form.Wide), "")]
    public void Wrong_field_is_named_and_its_text_is_not(string field, string text)
    {
        Form form = new();
        typeof(Form).GetProperty(field)!.SetValue(form, text);
        ValidationResult error = Errors(form).ShouldHaveSingleItem();
        error.MemberNames.ShouldBe([field]);
        error.ErrorMessage!.ShouldContain(field);
        error.ErrorMessage!.Any(char.IsDigit).ShouldBeFalse();
    }

    [Fact]
    public void Empty_value_and_other_objects_are_wrong()
    {
        Errors(new Form { Typed = default(IndividualNumber) }).ShouldHaveSingleItem();
        new IndividualNumberAttribute().IsValid(12L).ShouldBeFalse();
        new CorporateNumberAttribute().IsValid(IndividualNumber.Parse("123456789018")).ShouldBeFalse();
        new CorporateNumberAttribute().IsValid(CorporateNumber.FromBase(900000000000)).ShouldBeTrue();
        new CorporateNumberAttribute { AllowStructureWarning = false }.IsValid(CorporateNumber.FromBase(900000000000)).ShouldBeFalse();
    }

    private static List<ValidationResult> Errors(Form form)
    {
        List<ValidationResult> errors = [];
        Validator.TryValidateObject(form, new ValidationContext(form), errors, validateAllProperties: true);
        return errors;
    }

    private sealed class Form
    {
        [IndividualNumber]
        public string? Person { get; set; }

        [CorporateNumber]
        public string? Company { get; set; }

        [CorporateNumber(AllowStructureWarning = false)]
        public string? Strange { get; set; }

        [ResidentRecordCode]
        public string? Code { get; set; }

        [LocalGovernmentCode]
        public string? City { get; set; }

        [InsurerNumber]
        public string? Insurer { get; set; }

        [BasicPensionNumber]
        public string? Pension { get; set; }

        [ApplicationId]
        public string? Application { get; set; }

        [InvoiceRegistrationNumber]
        public string? Invoice { get; set; }

        [InvoiceRegistrationNumber(CorporationsOnly = true)]
        public string? Supplier { get; set; }

        [IndividualNumber(Style = NumberStyle.Lenient)]
        public string? Wide { get; set; }

        [IndividualNumber]
        public IndividualNumber? Typed { get; set; }
    }
}
