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

namespace MyNumber.Benchmarks.Linkage;

/// <summary>A core, an inquiring city and a providing city in one process, all stores in memory, a thousand synthetic people.</summary>
internal sealed class InquiryLab : INetworkDirectory, IDisposable
{
    public const int People = 1_000;

    private static readonly ValidPeriod _always = new(DateTimeOffset.UnixEpoch);
    private static readonly AffairId _affair = new("child-allowance");
    private static readonly ItemSetId _tax = new("local-tax");
    private static readonly ItemId[] _items = [new("dependants"), new("income")];
    private readonly Dictionary<AgencyId, BodyCard> _cards = [];
    private readonly List<IDisposable> _owned = [];
    private CoreExchange _core = null!;

    public static AgencyId City { get; } = new(1);

    public static AgencyId OtherCity { get; } = new(2);

    public Operator Clerk { get; } = new(new OperatorId("clerk"), City, [_affair], _always);

    public InquiringServer Asking { get; private set; } = null!;

    public static async Task<InquiryLab> StartAsync()
    {
        InquiryLab lab = new();
        AgencyDirectory directory = AgencyDirectory.Create([Body(City), Body(OtherCity)], [Holder(City), Holder(OtherCity)]);
        PermissionPolicy policy = new(directory, PermissionMatrix.Create([Rule()]), PermissionNotices.None);
        AgencyCodes codes = new(lab.Own(new CodeKeyRing(new AgencyCodeCipher(0, RandomNumberGenerator.GetBytes(32)))));
        CodeBook book = new(new InMemoryIssuedCodes(), codes, TimeProvider.System);
        lab._core = new CoreExchange(new CoreParts
        {
            Policy = () => policy,
            Codes = new CodeBookConversion(book, () => directory),
            Permits = new PermitDesk(lab.Own(new PermitKeyRing(1, RandomNumberGenerator.GetBytes(32))), TimeProvider.System, TimeSpan.FromMinutes(10)),
            Directory = lab,
            Signatures = lab.Own(new BodySignatures()),
            Log = await lab.LogAsync(LogOwner.Core),
            Store = new InMemoryBodyStore(),
            Cipher = lab.Own(new BodyCipher(new AgencyId(AgencyId.MaxValue), RandomNumberGenerator.GetBytes(32))),
            Random = lab.Own(RandomNumberGenerator.Create()),
            Clock = TimeProvider.System,
        });
        ServerParts city = await lab.JoinAsync(City);
        ServerParts other = await lab.JoinAsync(OtherCity);
        lab.Asking = new InquiringServer(city);
        lab._core.Connect(OtherCity, new ProvidingServer(other));
        await FillAsync(book, directory, city, other);
        return lab;
    }

    public static InquiryOrder Order(int person) => new()
    {
        Addressee = new AddresseeNumber(person), Provider = OtherCity, Affair = _affair, Procedure = new ProcedureId("grant"), ItemSet = _tax, Items = [.. _items],
    };

    public bool TryFindCard(AgencyId agency, [NotNullWhen(true)] out BodyCard? card) => _cards.TryGetValue(agency, out card);

    public void Dispose() => _owned.ForEach(item => item.Dispose());

    private static async Task FillAsync(CodeBook book, AgencyDirectory directory, ServerParts city, ServerParts other)
    {
        BodySpace asking = new(city.Store, city.Cipher);
        BodySpace giving = new(other.Store, other.Cipher);
        for (int person = 0; person < People; person++)
        {
            LinkCode link = LinkCode.FromBytes(RandomNumberGenerator.GetBytes(LinkCode.Length));
            foreach ((BodySpace space, AgencyId agency) in new[] { (asking, City), (giving, OtherCity) })
            {
                directory.TryFindHolder(new CodeHolderId(agency.Value), out CodeHolder? holder);
                await space.TieAsync(new AddresseeNumber(person), (await book.IssueAsync(holder!, link)).Code);
            }

            await giving.PutAsync([new Replica
            {
                Addressee = new AddresseeNumber(person),
                Payload = new ItemSetPayload(_tax, new LayoutVersion("2026-07"), _items.Select(item => new PayloadItem(item, "3000000"))),
                AsOf = DateTimeOffset.UnixEpoch,
            }]);
        }
    }

    private static Agency Body(AgencyId id) => new() { Id = id, Kind = AgencyKind.Municipality, Name = "市", LegalBasis = "番号法 19条8号", Period = _always };

    private static CodeHolder Holder(AgencyId member) => new(new CodeHolderId(member.Value), 0, CodeHolderStatus.Active, [new HolderMember(member, _always)]);

    private static PermissionRule Rule() => new()
    {
        Id = new RuleId("tax"), Inquirer = AgencyClass.OfKinds(AgencyKind.Municipality), Affair = _affair, Procedure = new ProcedureId("grant"),
        Provider = AgencyClass.OfKinds(AgencyKind.Municipality), ItemSet = _tax, Items = _items, Basis = new LegalBasis(BasisKind.Statute, "番号法 19条8号"), Period = _always,
    };

    private async Task<ServerParts> JoinAsync(AgencyId agency)
    {
        BodyIdentity identity = Own(BodyIdentity.Create(agency));
        _cards[agency] = identity.Card;
        return new ServerParts
        {
            Store = new InMemoryBodyStore(),
            Cipher = Own(new BodyCipher(agency, RandomNumberGenerator.GetBytes(32))),
            Identity = identity,
            Directory = this,
            Sealer = Own(new PayloadSealer(identity)),
            Signatures = Own(new BodySignatures()),
            Log = await LogAsync(new LogOwner(agency)),
            Core = _core.LineOf(agency),
            Clock = TimeProvider.System,
        };
    }

    private async Task<PartyLog> LogAsync(LogOwner owner) => Own(await PartyLog.OpenAsync(
        owner, new InMemoryRecordStore(), new InMemoryHeadStore(), Own(ECDsa.Create(ECCurve.NamedCurves.nistP256)), TimeProvider.System));

    private T Own<T>(T item)
        where T : IDisposable
    {
        _owned.Insert(0, item);
        return item;
    }
}
