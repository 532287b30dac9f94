using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Tests.Issuing.Designation;

/// <summary>One town, one center, one register in memory.</summary>
internal sealed class Town
{
    public Town(IConversionKeys? keys = null, InMemoryNumberRegister? register = null)
    {
        Register = register ?? new InMemoryNumberRegister();
        Center = new NumberGenerationCenter(Register, keys ?? Lab.Keys(), Lab.Clock);
        Line = new FlakyLine(Center);
        Mayor = new DesignationService(Lab.Chiyoda, Line, Register, Lab.Clock);
    }

    public InMemoryNumberRegister Register { get; }

    public NumberGenerationCenter Center { get; }

    public FlakyLine Line { get; }

    public DesignationService Mayor { get; }

    public async Task<NumberIssue> BornAsync(int person) => (await Mayor.DesignateAsync(Lab.Request(person), Lab.Code(person), IssueReason.Birth)).Issue;

    public ValueTask<GenerationResponse> LeakedAsync(int request, int person, IndividualNumber number) =>
        Mayor.ChangeExOfficioAsync(Lab.Request(request), Lab.Code(person), number);

    public static GenerationRequest Birth(int request, int person) => new()
    {
        Id = Lab.Request(request),
        Municipality = Lab.Chiyoda,
        Code = Lab.Code(person),
        Reason = IssueReason.Birth,
    };
}
