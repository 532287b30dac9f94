using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Codes;
using MyNumber.Numbering.Issuing.Designation;

namespace CityNumbering;

/// <summary>A municipality (市町村): its bundle of codes, its book of who bears which code, and its mayor's line to the center.</summary>
internal sealed class Municipality
{
    public Municipality(string name, LocalGovernmentCode code, int bundle, Center center, TimeProvider clock)
    {
        Name = name;
        Code = code;
        Pool = center.Codes.TryAllot(code, bundle, out ResidentCodePool? pool) ? pool! : throw new InvalidOperationException("The space of codes is exhausted.");
        Book = new ResidentCodeBook(Pool, clock);
        Mayor = new DesignationService(code, center.Generation, center.Register, clock);
    }

    public string Name { get; }

    public LocalGovernmentCode Code { get; }

    public ResidentCodePool Pool { get; }

    public ResidentCodeBook Book { get; }

    public DesignationService Mayor { get; }
}
