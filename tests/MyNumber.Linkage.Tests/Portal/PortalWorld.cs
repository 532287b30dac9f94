using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Audit;
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

namespace MyNumber.Linkage.Tests.Portal;

/// <summary>A core with its index, a city, another city, a pension office and the portal in one process; two people known to all of them.</summary>
internal sealed class PortalWorld : INetworkDirectory, IDisposable
{
    public static readonly AffairId SelfAffair = new("self-information");
    public static readonly ProcedureId SelfProcedure = new("own-data");

    private readonly Dictionary<AgencyId, PortalBody> _bodies = [];
    private readonly List<IDisposable> _owned = [];

    private PortalWorld()
    {
    }

    public Clock Clock { get; } = new(Bodies.Now);

    public AgencyDirectory Directory { get; set; } = Bodies.Directory;

    public PermissionMatrix Matrix { get; set; } = PermissionMatrix.Create([.. Rules.All, OwnTax, OwnPension]);

    public InMemoryRecordIndex Index { get; } = new();

    public InMemoryRecordStore CoreRecords { get; } = new();

    public InMemoryHeadStore CoreHeads { get; } = new();

    public CoreParts CoreParts { get; private set; } = null!;

    public CoreExchange Core { get; private set; } = null!;

    public CodeBook Book { get; private set; } = null!;

    public RecordFinder Finder { get; private set; } = null!;

    public PortalSide Side { get; private set; } = null!;

    public ECDsa CoreKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public PortalBody City => _bodies[Bodies.City];

    public PortalBody OtherCity => _bodies[Bodies.OtherCity];

    public PortalBody Pension => _bodies[Bodies.PensionOffice];

    public PortalBody Portal => _bodies[Bodies.Portal];

    public Operator Clerk { get; } = new(new OperatorId("clerk-1"), Bodies.City, [Rules.Allowance], Bodies.Open);

    public static PermissionRule OwnTax => Rules.TaxForAllowance with
    {
        Id = new RuleId("r-own-tax"), Inquirer = AgencyClass.OfKinds(AgencyKind.Portal), Affair = SelfAffair, Procedure = SelfProcedure, Purpose = RulePurpose.SelfInformation,
    };

    public static PermissionRule OwnPension => OwnTax with
    {
        Id = new RuleId("r-own-pension"), Provider = AgencyClass.Of(Bodies.PensionOffice), ItemSet = Rules.Pension, Items = [Rules.Income], ManualRelease = true,
    };

    public static async Task<PortalWorld> StartAsync()
    {
        PortalWorld world = new();
        world.Own(world.CoreKey);
        AgencyCodes codes = new(world.Own(new CodeKeyRing(new AgencyCodeCipher(0, RandomNumberGenerator.GetBytes(32)))));
        world.Book = new CodeBook(new InMemoryIssuedCodes(), codes, world.Clock);
        world.Finder = new RecordFinder(world.Index, world.Own(new AuditTagger(RandomNumberGenerator.GetBytes(32))), world.Book, () => world.Directory);
        world.CoreParts = new CoreParts
        {
            Policy = () => new PermissionPolicy(world.Directory, world.Matrix, PermissionNotices.None),
            Codes = new CodeBookConversion(world.Book, () => world.Directory),
            Permits = new PermitDesk(world.Own(new PermitKeyRing(1, RandomNumberGenerator.GetBytes(32))), world.Clock, TimeSpan.FromMinutes(10)),
            Directory = world,
            Signatures = world.Own(new BodySignatures()),
            Log = world.Own(await PartyLog.OpenAsync(LogOwner.Core, world.CoreRecords, world.CoreHeads, world.CoreKey, world.Clock)),
            Store = new InMemoryBodyStore(),
            Cipher = world.Own(new BodyCipher(new AgencyId(AgencyId.MaxValue), RandomNumberGenerator.GetBytes(32))),
            Random = world.Own(RandomNumberGenerator.Create()),
            Clock = world.Clock,
            Finder = world.Finder,
        };
        world.Core = new CoreExchange(world.CoreParts);
        foreach (AgencyId agency in new[] { Bodies.City, Bodies.OtherCity, Bodies.PensionOffice, Bodies.Portal })
        {
            await world.JoinAsync(agency);
        }

        await world.KnowAsync(1, world.City, world.OtherCity, world.Pension);
        await world.KnowAsync(2, world.City, world.OtherCity, world.Pension);
        await world.OtherCity.Space.PutAsync([Replica(1, Rules.Tax, ("income", "3000000"), ("dependants", "2")), Replica(2, Rules.Tax, ("income", "5000000"), ("dependants", "0"))]);
        await world.Pension.Space.PutAsync([Replica(1, Rules.Pension, ("income", "800000"))]);
        world.Side = new PortalSide(world, world.CoreParts.Random);
        return world;
    }

    /// <summary>The link of a person; tests alone tie people and codes like this.</summary>
    public static LinkCode Link(int person) => LinkCode.FromBytes([0, 0, 0, 0, 0, 0, 0, 0, 1, (byte)person]);

    public static Replica Replica(long addressee, ItemSetId set, params (string Id, string Value)[] items) => new()
    {
        Addressee = new AddresseeNumber(addressee),
        Payload = new ItemSetPayload(set, new LayoutVersion("2026-07"), items.Select(item => new PayloadItem(new ItemId(item.Id), item.Value))),
        AsOf = Bodies.Now.AddDays(-1),
    };

    public static InquiryOrder TaxOrder(int person, params ImmutableArray<ItemId> items) => new()
    {
        Addressee = new AddresseeNumber(person), Provider = Bodies.OtherCity, Affair = Rules.Allowance, Procedure = Rules.Grant, ItemSet = Rules.Tax,
        Items = items.IsEmpty ? [Rules.Income] : items,
    };

    /// <summary>A person gets a code at each body, which ties it to the person's number as addressee number.</summary>
    public async Task KnowAsync(int person, params PortalBody[] bodies)
    {
        foreach (PortalBody body in bodies)
        {
            await body.Space.TieAsync(new AddresseeNumber(person), await CodeAsync(body.Space.Body, person));
        }
    }

    public async Task<AgencyCode> CodeAsync(AgencyId agency, int person)
    {
        Bodies.Directory.TryFindHolderOf(agency, Clock.Now, out CodeHolder? holder).ShouldBeTrue();
        return (await Book.IssueAsync(holder!, Link(person))).Code;
    }

    /// <summary>The directory with one holder's status changed.</summary>
    public void SetStatus(CodeHolderId holder, CodeHolderStatus status) => Directory = AgencyDirectory.Create(
        Bodies.All, Bodies.Holders.Select(item => item.Id == holder ? new CodeHolder(item.Id, item.Epoch, status, item.Members) : item));

    /// <summary>The core's parts with its log opened anew, as after a crash.</summary>
    public CoreParts WithLog(PartyLog log) => new()
    {
        Policy = CoreParts.Policy, Codes = CoreParts.Codes, Permits = CoreParts.Permits, Directory = CoreParts.Directory, Signatures = CoreParts.Signatures, Log = log,
        Store = CoreParts.Store, Cipher = CoreParts.Cipher, Random = CoreParts.Random, Clock = CoreParts.Clock, Finder = CoreParts.Finder,
    };

    public bool TryFindCard(AgencyId agency, [NotNullWhen(true)] out BodyCard? card)
    {
        card = _bodies.TryGetValue(agency, out PortalBody? body) ? body.Parts.Identity.Card : null;
        return card is not null;
    }

    public void Dispose() => _owned.ForEach(item => item.Dispose());

    private async Task JoinAsync(AgencyId agency)
    {
        InMemoryRecordStore records = new();
        BodyIdentity identity = Own(BodyIdentity.Create(agency));
        PortalBody body = new(
            new ServerParts
            {
                Store = new InMemoryBodyStore(),
                Cipher = Own(new BodyCipher(agency, RandomNumberGenerator.GetBytes(32))),
                Identity = identity,
                Directory = this,
                Sealer = Own(new PayloadSealer(identity)),
                Signatures = Own(new BodySignatures()),
                Log = Own(await PartyLog.OpenAsync(new LogOwner(agency), records, new InMemoryHeadStore(), Own(ECDsa.Create(ECCurve.NamedCurves.nistP256)), Clock)),
                Core = Core.LineOf(agency),
                Clock = Clock,
            },
            records);
        _bodies.Add(agency, body);
        Core.Connect(agency, body.Giving);
    }

    private T Own<T>(T item)
        where T : IDisposable
    {
        _owned.Insert(0, item);
        return item;
    }
}
