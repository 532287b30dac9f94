using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Server;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Testing;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

/// <summary>Lines over HTTP: a server of the core and one of each body, each with its own certificate.</summary>
internal sealed class HttpWorld : IExchangeWorld
{
    private readonly Dictionary<AgencyId, ICoreLine> _inner = [];
    private readonly Dictionary<AgencyId, IProviderLine> _giving = [];
    private readonly Dictionary<AgencyId, HttpCoreLine> _lines = [];
    private readonly Dictionary<AgencyId, TlsServer> _bodies = [];
    private readonly List<IDisposable> _owned = [];
    private TlsServer _core = null!;
    private LabIdentities _identities = null!;
    private Version _version = null!;

    public LinkageLab Lab { get; private set; } = null!;

    public LabPortal Portal { get; private set; } = null!;

    public ManualTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public static async Task<IExchangeWorld> StartAsync(Version version)
    {
        HttpWorld world = new() { _version = version };
        LabNetwork network = ChildAllowance.CreateNetwork(people: 1);
        LabKeys keys = LabKeys.Create(network, world.Clock);
        world._identities = new LabIdentities(keys, world.Clock);
        world._core = await world.ServeAsync(LinkagePeer.Core);
        foreach (AgencyId agency in network.Bodies)
        {
            world._bodies.Add(agency, await world.ServeAsync(new LinkagePeer(agency)));
        }

        world.Lab = await LinkageLab.StartAsync(network, new LinkageLabOptions
        {
            Clock = world.Clock,
            Keys = keys,
            CoreLine = (agency, line) => world.Over(agency, line, version),
            ProviderLine = (agency, line) => world.Over(agency, line, version),
        });
        world.Portal = LabParts.OpenPortal(world.Lab, world.Clock);
        world.Lab.Core.Deliveries.Connect(ChildAllowance.Portal, world.Own(new HttpDeliveryReceiver(ChildAllowance.Portal, world.OptionsOf(default, new LogOwner(ChildAllowance.Portal)))));
        return world;
    }

    public ICoreLine LineOf(AgencyId agency) => _lines[agency];

    public IDeliveryLine DeliveryLineOf(AgencyId agency) => Own(new HttpDeliveryLine(OptionsOf(agency, LogOwner.Core)));

    public IRecordLine RecordLineOf(AgencyId agency) => Own(new HttpRecordLine(OptionsOf(agency, LogOwner.Core)));

    public IAgencyDoor DoorOf(AgencyId agency) => Own(new HttpAgencyDoor(OptionsOf(agency, LogOwner.Core)));

    public IDaySource DaySourceOf(AgencyId caller, LogOwner owner, RecordScope scope) => Own(new HttpDaySource(owner, scope, OptionsOf(caller, owner)));

    public IHeadLine HeadLineOf(AgencyId caller, LogOwner owner) => Own(new HttpHeadLine(owner, OptionsOf(caller, owner)));

    public async Task StopAsync(AgencyId agency) => await _bodies[agency].DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        _owned.ForEach(line => line.Dispose());
        foreach (TlsServer server in _bodies.Values.Append(_core))
        {
            await server.DisposeAsync();
        }

        Portal.Dispose();
        Lab.Dispose();
        _identities.Dispose();
    }

    private Task<TlsServer> ServeAsync(LinkagePeer peer) => TlsServer.StartAsync(_identities[peer], _identities.Peers, Clock, app =>
    {
        app.MapLinkageHealth();
        if (peer.IsCore)
        {
            app.MapLinkageCore(agency => _inner[agency]);
            app.MapLinkageDeliveries(agency => Lab.Core.Deliveries.LineOf(agency));
            app.MapLinkageRecords(agency => Lab.Core.Records.LineOf(agency));
            app.MapLinkageDoor(agency => Lab.Core.DoorOf(agency));
        }
        else
        {
            app.MapLinkageProvider(agency => agency == peer.Agency ? _giving[agency] : null);
            app.MapLinkageReceiver(agency => agency == peer.Agency && agency == ChildAllowance.Portal ? Portal.Inbox : null);
        }

        DayDesk? days = null;
        app.MapLinkageDays(owner => owner.Agency == peer.Agency ? days ??= LabParts.DayDeskOf(Lab, owner) : null);
        app.MapLinkageHeads(owner => owner.Agency == peer.Agency ? LabParts.HeadLineOf(Lab, owner) : null);
    });

    private LinkageClientOptions OptionsOf(AgencyId caller, LogOwner server) =>
        _identities.OptionsOf(new LinkagePeer(caller), (server.IsCore ? _core : _bodies[server.Agency]).Address, _version);

    private T Own<T>(T item)
        where T : IDisposable
    {
        _owned.Add(item);
        return item;
    }

    private HttpCoreLine Over(AgencyId agency, ICoreLine line, Version version)
    {
        _inner.Add(agency, line);
        HttpCoreLine over = new(_identities.OptionsOf(new LinkagePeer(agency), _core.Address, version));
        _owned.Add(over);
        _lines.Add(agency, over);
        return over;
    }

    private HttpProviderLine Over(AgencyId agency, IProviderLine line, Version version)
    {
        _giving.Add(agency, line);
        HttpProviderLine over = new(agency, _identities.OptionsOf(LinkagePeer.Core, _bodies[agency].Address, version));
        _owned.Add(over);
        return over;
    }
}
