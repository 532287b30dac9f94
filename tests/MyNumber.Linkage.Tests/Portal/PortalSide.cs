using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Portal.SelfInformation;
using MyNumber.Linkage.Tests.Agencies;

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
        Delegations = new DelegationDesk(Accounts, store, cipher, random, world.Clock);
        Access = new PortalAccess(Accounts, Delegations, store, cipher, world.Clock);
        Desk = new RecordDesk(() => world.Directory, world.Finder, world.CoreParts.Log, world.CoreRecords, world.CoreHeads, world.Clock, TimeSpan.Zero);
        View = new ProvisionRecordView(Access, Accounts, Desk.LineOf(Bodies.Portal));
        Own = new SelfInformationDesk(Access, world.Portal.Parts, new OperatorId("portal"), PortalWorld.SelfAffair);
    }

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
