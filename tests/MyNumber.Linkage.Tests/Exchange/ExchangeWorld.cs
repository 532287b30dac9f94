using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Permission.Permits;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>A core and three bodies (a city, another city, a pension office) in one process, with one person known to all three and lines that can fail.</summary>
internal sealed class ExchangeWorld : INetworkDirectory, IDisposable
{
    private static readonly LinkCode _person = LinkCode.FromBytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    private readonly Dictionary<AgencyId, Body> _bodies = [];
    private readonly List<IDisposable> _owned = [];

    private ExchangeWorld()
    {
    }

    public Clock Clock { get; } = new(Bodies.Now);

    public IBodyStore CoreStore { get; } = new InMemoryBodyStore();

    public InMemoryRecordStore CoreRecords { get; } = new();

    public PermissionPolicy Policy { get; set; } = Rules.Policy();

    public CoreExchange Core { get; private set; } = null!;

    public Body City => _bodies[Bodies.City];

    public Body OtherCity => _bodies[Bodies.OtherCity];

    public Body Pension => _bodies[Bodies.PensionOffice];

    public Operator Clerk { get; } = new(new OperatorId("clerk-1"), Bodies.City, [Rules.Allowance], Bodies.Open);

    public Operator PensionClerk { get; } = new(new OperatorId("clerk-2"), Bodies.PensionOffice, [Rules.Allowance], Bodies.Open);

    public static async Task<ExchangeWorld> StartAsync()
    {
        ExchangeWorld world = new();
        CodeKeyRing keys = world.Own(new CodeKeyRing(new AgencyCodeCipher(0, RandomNumberGenerator.GetBytes(32))));
        AgencyCodes codes = new(keys);
        CodeBook book = new(new InMemoryIssuedCodes(), codes, world.Clock);
        CoreParts parts = new()
        {
            Policy = () => world.Policy,
            Codes = new CodeBookConversion(book, () => Bodies.Directory),
            Permits = new PermitDesk(world.Own(new PermitKeyRing(1, RandomNumberGenerator.GetBytes(32))), world.Clock, TimeSpan.FromMinutes(10)),
            Directory = world,
            Signatures = world.Own(new BodySignatures()),
            Log = await world.LogAsync(LogOwner.Core, world.CoreRecords),
            Store = world.CoreStore,
            Cipher = world.Own(new BodyCipher(new AgencyId(AgencyId.MaxValue), RandomNumberGenerator.GetBytes(32))),
            Random = world.Own(RandomNumberGenerator.Create()),
            Clock = world.Clock,
        };
        world.Core = new CoreExchange(parts);
        foreach ((AgencyId agency, CodeHolderId holder, long addressee) in new[]
        {
            (Bodies.City, Bodies.CityHolder, 11L), (Bodies.OtherCity, Bodies.OtherCityHolder, 22L), (Bodies.PensionOffice, Bodies.PensionHolder, 33L),
        })
        {
            Body body = await world.JoinAsync(agency);
            Bodies.Directory.TryFindHolder(holder, out CodeHolder? found).ShouldBeTrue();
            await body.Space.TieAsync(new AddresseeNumber(addressee), (await book.IssueAsync(found!, _person)).Code);
        }

        await world.OtherCity.Space.PutAsync([Replica(22, Rules.Tax, ("income", "3000000"), ("dependants", "2"), ("other", "9"))]);
        await world.Pension.Space.PutAsync([Replica(33, Rules.Pension, ("income", "800000"))]);
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
        foreach (IRecordStore store in new IRecordStore[] { City.Records, provider.Records, CoreRecords })
        {
            found.Add((await store.FindAsync(new RecordKey(inquiry, 0)))?.Record.Commitment ?? default);
        }

        return [.. found];
    }

    public bool TryFindCard(AgencyId agency, [NotNullWhen(true)] out BodyCard? card)
    {
        card = _bodies.TryGetValue(agency, out Body? body) ? body.Parts.Identity.Card : null;
        return card is not null;
    }

    public void Dispose() => _owned.ForEach(item => item.Dispose());

    private async Task<Body> JoinAsync(AgencyId agency)
    {
        InMemoryRecordStore records = new();
        BodyIdentity identity = Own(BodyIdentity.Create(agency));
        FlakyCoreLine line = new(Core.LineOf(agency));
        ServerParts parts = new()
        {
            Store = new InMemoryBodyStore(),
            Cipher = Own(new BodyCipher(agency, RandomNumberGenerator.GetBytes(32))),
            Identity = identity,
            Directory = this,
            Sealer = Own(new PayloadSealer(identity)),
            Signatures = Own(new BodySignatures()),
            Log = await LogAsync(new LogOwner(agency), records),
            Core = line,
            Clock = Clock,
        };
        Body body = new(parts, records, line);
        _bodies.Add(agency, body);
        Core.Connect(agency, body.ProviderLine);
        return body;
    }

    private async Task<PartyLog> LogAsync(LogOwner owner, IRecordStore records) =>
        Own(await PartyLog.OpenAsync(owner, records, new InMemoryHeadStore(), Own(ECDsa.Create(ECCurve.NamedCurves.nistP256)), Clock));

    private T Own<T>(T item)
        where T : IDisposable
    {
        _owned.Insert(0, item);
        return item;
    }
}
