using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Codes;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Entries;

namespace CityNumbering;

/// <summary>A municipality (市町村): its bundle of codes, its book of who bears which code, and its mayor's line to the center.</summary>
internal sealed class Municipality
{
    public Municipality(string name, LocalGovernmentCode code, int bundle, Center center, TimeProvider clock)
    {
        Name = name;
        Code = code;
        Bundle = bundle;
        Allotted = center.Allotted;
        Book = new ResidentCodeBook(code, Allotted, Entries, clock);
        Mayor = new DesignationService(code, center.Generation, center.Register, clock);
    }

    public string Name { get; }

    public LocalGovernmentCode Code { get; }

    /// <summary>How many codes the center designates to it.</summary>
    public int Bundle { get; }

    /// <summary>Who bears which code here, with the notices that are owed.</summary>
    public InMemoryResidentCodeRegister Entries { get; } = new();

    public ResidentCodeBook Book { get; }

    public DesignationService Mayor { get; }

    private IAllottedCodes Allotted { get; }

    public ValueTask<long> CodesLeftAsync() => Allotted.LeftAsync(Code);
}
