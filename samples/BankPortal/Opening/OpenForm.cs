using MyNumber.Numbering.People;

namespace BankPortal.Opening;

/// <summary>口座開設申込書: what the customer wrote, every field in its shape.</summary>
internal sealed record OpenForm(string Name, string Address, DateOnly BirthDate, Sex Sex, string Phone, string Branch, string Kind, string Purpose)
{
    public FourAttributes ToAttributes() => new(Name, Address, new BirthDate(BirthDate), Sex);

    public override string ToString() => "OpenForm(***)";
}
