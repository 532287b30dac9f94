using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>A lab of a city, another city and a pension office, with one person known to all three and lines that can fail.</summary>
internal sealed class ExchangeWorld : IDisposable
{
    private readonly Dictionary<AgencyId, Body> _bodies = [];
    private readonly LinkageLab _lab;

    private ExchangeWorld(LinkageLab lab, Clock clock) => (_lab, Clock) = (lab, clock);

    public Clock Clock { get; }

    public IBodyStore CoreStore => _lab.Core.Stores.Journal;

    public DyingBodyStore CoreNotes { get; private init; } = null!;

    public DyingBodyStore CityNotes { get; private init; } = null!;

    public IRecordStore CoreRecords => _lab.Core.Stores.Records;

    public PermissionPolicy Policy
    {
        get => _lab.Core.Policy;
        set => _lab.Core.Policy = value;
    }

    public CoreExchange Core => _lab.Core.Exchange;

    public Body City => _bodies[Bodies.City];

    public Body OtherCity => _bodies[Bodies.OtherCity];

    public Body Pension => _bodies[Bodies.PensionOffice];

    public Operator Clerk { get; } = new(new OperatorId("clerk-1"), Bodies.City, [Rules.Allowance], Bodies.Open);

    public Operator PensionClerk { get; } = new(new OperatorId("clerk-2"), Bodies.PensionOffice, [Rules.Allowance], Bodies.Open);

    public static async Task<ExchangeWorld> StartAsync()
    {
        Clock clock = new(Bodies.Now);
        Dictionary<AgencyId, FlakyCoreLine> toCore = [];
        Dictionary<AgencyId, FlakyProviderLine> toBodies = [];
        DyingBodyStore coreNotes = new(new InMemoryBodyStore());
        DyingBodyStore cityNotes = new(new InMemoryBodyStore());
        LinkageLab lab = await LinkageLab.StartAsync(Network(), new LinkageLabOptions
        {
            Clock = clock,
            CoreStores = new LabCoreStores { Journal = coreNotes },
            BodyStores = agency => agency == Bodies.City ? new LabBodyStores { Space = cityNotes } : new LabBodyStores(),
            CoreLine = (agency, line) => toCore[agency] = new FlakyCoreLine(line),
            ProviderLine = (agency, line) => toBodies[agency] = new FlakyProviderLine(line),
        });
        ExchangeWorld world = new(lab, clock) { CoreNotes = coreNotes, CityNotes = cityNotes };
        foreach (LabBody body in lab.Bodies.Values)
        {
            world._bodies.Add(body.Agency, new Body(body, toCore[body.Agency], toBodies[body.Agency]));
        }

        return world;
    }

    public static Replica Replica(long addressee, ItemSetId set, params (string Id, string Value)[] items) => new()
    {
        Addressee = new AddresseeNumber(addressee),
        Payload = new ItemSetPayload(set, new LayoutVersion("2026-07"), items.Select(item => new PayloadItem(new ItemId(item.Id), item.Value))),
        AsOf = Bodies.Now.AddDays(-1),
    };

    public static InquiryOrder Order(AgencyId provider, ItemSetId set, params ImmutableArray<ItemId> items) => new()
    {
        Addressee = new AddresseeNumber(11), Provider = provider, Affair = Rules.Allowance, Procedure = Rules.Grant, ItemSet = set, Items = items,
    };

    public static InquiryOrder TaxOrder => Order(Bodies.OtherCity, Rules.Tax, Rules.Income, Rules.Dependants);

    public static InquiryOrder PensionOrder => Order(Bodies.PensionOffice, Rules.Pension, Rules.Income);

    /// <summary>The records that each party has of an inquiry, as commitments; zero where there is none.</summary>
    public async Task<Digest[]> CommitmentsAsync(InquiryId inquiry, Body provider)
    {
        List<Digest> found = [];
        foreach (IRecordStore store in new[] { City.Records, provider.Records, CoreRecords })
        {
            found.Add((await store.FindAsync(new RecordKey(inquiry, 0)))?.Record.Commitment ?? default);
        }

        return [.. found];
    }

    public void Dispose() => _lab.Dispose();

    private static LabNetwork Network()
    {
        LabNetworkBuilder network = new();
        Array.ForEach(Bodies.All, agency => network.AddAgency(agency));
        Array.ForEach(Bodies.Holders, holder => network.AddHolder(holder));
        Array.ForEach(Rules.All, rule => network.AddRule(rule));
        return network.AddPerson(
            Holding(Bodies.City, 11),
            Holding(Bodies.OtherCity, 22, Replica(22, Rules.Tax, ("income", "3000000"), ("dependants", "2"), ("other", "9"))),
            Holding(Bodies.PensionOffice, 33, Replica(33, Rules.Pension, ("income", "800000")))).Build();
    }

    private static LabHolding Holding(AgencyId agency, long addressee, params ImmutableArray<Replica> replicas) => new(agency, new AddresseeNumber(addressee), replicas);
}
