using System.Collections.Concurrent;
using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.OneStop;
using MyNumber.Linkage.Portal.SelfInformation;
using MyNumber.Linkage.Push;
using MyNumber.Testing;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>The child-allowance network with its portal. All bodies keep their rows in one store, and every message is written down as bytes.</summary>
internal sealed class BreachWorld : IDisposable
{
    public const string Secret = "健診のお知らせ";

    private readonly InMemoryBodyStore _shared = new();

    private BreachWorld()
    {
    }

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));

    public IBodyStore Shared => _shared;

    public ConcurrentQueue<byte[]> Wire { get; } = new();

    public LinkageLab Lab { get; private set; } = null!;

    public LabPortal Portal { get; private set; } = null!;

    public LabBody City => Lab[ChildAllowance.City];

    public LabBody TaxCity => Lab[ChildAllowance.TaxCity];

    public LabBody TaxOffice => Lab[ChildAllowance.TaxOffice];

    public Operator Clerk => City.CreateWorker(ChildAllowance.Affair);

    public DeliverySender Sender => new(City.Parts, Lab.Core.Deliveries.LineOf(ChildAllowance.City));

    public ApplicationReception Reception => new(City.Parts);

    public static SelfInformationOrder OwnTax { get; } = new()
    {
        Provider = ChildAllowance.TaxCity, Procedure = ChildAllowance.OwnData, ItemSet = ChildAllowance.LocalTax, Items = [new ItemId("income")],
    };

    public static ProcedureDescription Form { get; } = new()
    {
        Id = ChildAllowance.Grant, Affair = ChildAllowance.Affair, Prefill = ChildAllowance.OwnData,
        Fields = [new FormField(new ItemId("income"), false, new PrefillSource(ChildAllowance.TaxCity, ChildAllowance.LocalTax, new ItemId("income")))],
        Receivers = [new FormReceiver(ChildAllowance.City, [new ItemId("income")])],
    };

    public static async Task<BreachWorld> StartAsync(int people = 3)
    {
        BreachWorld world = new();
        LabNetwork network = ChildAllowance.CreateNetwork(people);
        world.Lab = await LinkageLab.StartAsync(network, new LinkageLabOptions
        {
            Clock = world.Clock,
            BodyStores = _ => new LabBodyStores { Space = world._shared },
            CoreLine = (_, line) => new WireCoreLine(line, world.Wire),
            ProviderLine = (_, line) => new WireProviderLine(line, world.Wire),
        });
        world.Lab.Core.DeliveryPolicy = ChildAllowance.CreateDeliveryPolicy(network);
        world.Portal = new LabPortal(network, world.Lab.Core, world.Lab[ChildAllowance.Portal], ChildAllowance.SelfInformation, [Form], world.Clock);
        world.Lab.Core.Deliveries.Connect(ChildAllowance.Portal, new WireReceiver(world.Portal.Inbox, world.Wire));
        world.Lab.Core.Deliveries.Connect(ChildAllowance.City, new WireReceiver(world.Reception, world.Wire));
        return world;
    }

    public async Task<PortalCaller> LoginAsync(int person) => PortalCaller.Self((await Portal.Registrations.RegisterAsync(Lab.Network.People[person].Login)).Account);

    public Task<InquiryResult> AskTaxAsync(int person) => City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person, need: 1)).AsTask();

    public async Task<DeliveryAnswer> NotifyAsync(int person) => await Sender.SendAsync(Clerk, NoticeTo(person));

    public DeliveryOrder NoticeTo(int person) => new()
    {
        Kind = DeliveryKind.Notice, Addressee = ChildAllowance.Addressee(ChildAllowance.City, person), Receiver = ChildAllowance.Portal, Affair = ChildAllowance.Affair,
        Procedure = ChildAllowance.Grant, Content = new NoticeContent(Secret, Secret).ToBytes(), ExpiresAt = Clock.GetUtcNow().AddDays(30),
    };

    public async Task<AgencyCode> CodeAsync(AgencyId body, int person) =>
        (await Lab.Core.Book.IssueAsync(HolderOf(body), await Lab.Core.Links.GetOrAddAsync(Lab.Network.People[person].ResidentCode))).Code;

    public CodeHolder HolderOf(AgencyId body)
    {
        Lab.Network.Directory.TryFindHolderOf(body, Clock.GetUtcNow(), out CodeHolder? holder).ShouldBeTrue();
        return holder!;
    }

    /// <summary>Every row that the shared store keeps of a body.</summary>
    public async Task<ImmutableArray<BodyRow>> RowsOfAsync(AgencyId body)
    {
        List<BodyRow> rows = [];
        foreach (BodyTable table in Enum.GetValues<BodyTable>())
        {
            rows.AddRange(await _shared.ListAsync(body, table, null, 10_000));
        }

        return [.. rows];
    }

    public static byte[] BytesOf(AgencyCode code)
    {
        byte[] bytes = new byte[AgencyCode.Length];
        code.WriteRevealed(bytes);
        return bytes;
    }

    public void Dispose()
    {
        Portal.Dispose();
        Lab.Dispose();
    }
}
