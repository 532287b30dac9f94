using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Portal.Inbox;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Portal.SelfInformation;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;
using MyNumber.Linkage.Tests.Push;

namespace MyNumber.Linkage.Tests.Portal;

/// <summary>The portal's own functions in a <see cref="PortalWorld"/>.</summary>
internal sealed class PortalSide
{
    private readonly PortalWorld _world;

    public PortalSide(PortalWorld world, RandomNumberGenerator random)
    {
        _world = world;
        (IBodyStore store, BodyCipher cipher) = (world.Portal.Parts.Store, world.Portal.Parts.Cipher);
        Accounts = new PortalAccounts(store, cipher, random);
        Delegations = new DelegationDesk(Accounts, store, cipher, random, world.Clock, Entering);
        Access = new PortalAccess(Accounts, Delegations, store, cipher, world.Clock);
        Desk = new RecordDesk(() => world.Directory, world.Finder, world.CoreParts.Log, world.CoreRecords, world.CoreHeads, world.Clock, TimeSpan.Zero);
        View = new ProvisionRecordView(Access, Accounts, Desk.LineOf(Bodies.Portal));
        Own = new SelfInformationDesk(Access, world.Portal.Parts, new OperatorId("portal"), PortalWorld.SelfAffair);
        Inbox = new NoticeInbox(Access, Accounts, world.Portal.Parts);
        Deliveries = new DeliveryExchange(world.CoreParts, () => new DeliveryPolicy(world.Directory, DeliveryRules));
        InboxLine = new FlakyReceiver(Inbox);
        Deliveries.Connect(Bodies.Portal, InboxLine);
        CityLine = new FlakyDeliveryLine(Deliveries.LineOf(Bodies.City));
        CitySending = new DeliverySender(world.City.Parts, CityLine);
    }

    public static AffairId Entering { get; } = new("representatives");

    public DeliveryExchange Deliveries { get; }

    public IReadOnlyList<DeliveryRule> DeliveryRules { get; set; } = [Notices];

    public NoticeInbox Inbox { get; }

    public FlakyReceiver InboxLine { get; }

    public FlakyDeliveryLine CityLine { get; }

    public DeliverySender CitySending { get; }

    public static DeliveryRule Notices => new()
    {
        Id = new RuleId("d-notice"), Kinds = [DeliveryKind.Notice, DeliveryKind.GroupNotice], Sender = AgencyClass.OfKinds(AgencyKind.Municipality),
        Receiver = AgencyClass.OfKinds(AgencyKind.Portal), Affair = Rules.Allowance, Procedures = [Rules.Grant], Basis = new LegalBasis(BasisKind.Statute, "番号法 附則6条6項2号"),
        Period = Bodies.Open,
    };

    public PortalAccounts Accounts { get; }

    public DelegationDesk Delegations { get; }

    public PortalAccess Access { get; }

    public RecordDesk Desk { get; }

    public ProvisionRecordView View { get; }

    public SelfInformationDesk Own { get; }

    public static LoginHandle Handle(int person) => LoginHandle.Of([.. Enumerable.Repeat((byte)person, 32)]);

    /// <summary>A person's account, with the portal's code tied to it.</summary>
    public async Task<AddresseeNumber> LoginAsync(int person)
    {
        AddresseeNumber account = await Accounts.OpenAsync(Handle(person));
        await Accounts.TieAsync(account, await _world.CodeAsync(Bodies.Portal, person));
        return account;
    }
}
