using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Residents;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Core;
using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Tests.Residents;

/// <summary>A desk of identity information over invented residents: the pension office may have all but the code, the tax office the attributes only, one city everything.</summary>
internal sealed class Desk
{
    public static readonly AffairId Pensions = new("pensions");
    public static readonly AffairId Taxes = new("taxes");
    public static readonly AffairId Roll = new("resident-roll");

    public const IdentityItems Plain = IdentityItems.FourAttributes | IdentityItems.IndividualNumber | IdentityItems.Change;

    public Desk(IIdentityLog? log = null) =>
        Door = new IdentityDesk(Network, IdentityRules.Create(Rules()), () => Bodies.Directory, log ?? Log, Clock);

    public Clock Clock { get; } = new(Bodies.Now);

    public SyntheticResidentNetwork Network { get; } = new();

    public InMemoryIdentityLog Log { get; } = new();

    public IdentityDesk Door { get; }

    public static IdentityRule Rule(string id, AgencyId asker, AffairId affair, IdentityItems items) => new()
    {
        Id = new RuleId(id), Asker = AgencyClass.Of(asker), Affair = affair, Items = items, Basis = new LegalBasis(BasisKind.Statute, "invented"), Period = Bodies.Open,
    };

    public static IdentityRule[] Rules() =>
    [
        Rule("pension", Bodies.PensionOffice, Pensions, Plain),
        Rule("tax", Bodies.TaxOffice, Taxes, IdentityItems.FourAttributes),
        Rule("city", Bodies.City, Roll, Plain | IdentityItems.ResidentRecordCode),
        Rule("over", Bodies.InsurerA, Pensions, Plain) with { Period = new ValidPeriod(Bodies.Start, Bodies.Now) },
    ];

    public static Operator Worker(AgencyId agency, params AffairId[] affairs) => new(new OperatorId("clerk-7"), agency, affairs, Bodies.Open);

    public static Resident Resident(int person, FourAttributes? attributes = null, int version = 0, IndividualNumber number = default) => new(
        new IdentityRecord
        {
            Person = new Guid(person, 0, 0, new byte[8]), Version = version, Attributes = attributes ?? People.Attributes(person), Code = People.Code(person),
            Number = number.IsEmpty ? People.Number(person) : number, Municipality = LocalGovernmentCode.Parse("131016"), Since = Bodies.Start,
        },
        IdentityChange.Made, new DateOnly(2021, 5, 6));

    public async Task<IdentityAnswer> AskAsync(Operator worker, AffairId affair, IdentityItems items, IdentityQuestion question) =>
        (await Door.ProvideAsync(worker, new IdentityRequest { Affair = affair, Items = items, Questions = [question] })).ShouldHaveSingleItem();

    public Task<IdentityAnswer> AskAsPensionOfficeAsync(IdentityQuestion question, IdentityItems items = Plain) => AskAsync(Worker(Bodies.PensionOffice, Pensions), Pensions, items, question);
}
