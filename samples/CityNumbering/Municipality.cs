using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Entries;

namespace CityNumbering;

/// <summary>A municipality (市町村): its bundle of codes, its book of who bears which code, and its mayor's line to the center.</summary>
internal sealed class Municipality
{
    private readonly Center _center;
    private readonly int _bundle;

    public Municipality(string name, LocalGovernmentCode code, int bundle, Center center, TimeProvider clock)
    {
        Name = name;
        Code = code;
        _center = center;
        _bundle = bundle;
        Book = new ResidentCodeBook(code, center.Allotted, Entries, clock);
        Mayor = new DesignationService(code, center.Generation, center.Register, clock);
    }

    public string Name { get; }

    public LocalGovernmentCode Code { get; }

    public IResidentCodeRegister Entries { get; } = new InMemoryResidentCodeRegister();

    public ResidentCodeBook Book { get; }

    public DesignationService Mayor { get; }

    /// <summary>Gets the bundle from the center.</summary>
    public async ValueTask<bool> AllotAsync() => await _center.Codes.AllotAsync(Code, _bundle) == _bundle;

    /// <summary>How many codes of the bundle are left.</summary>
    public ValueTask<long> LeftAsync() => _center.Allotted.LeftAsync(Code);
}
