using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Server;
using MyNumber.Linkage.Exchange;
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

    public LinkageLab Lab { get; private set; } = null!;

    public ManualTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public static async Task<IExchangeWorld> StartAsync(Version version)
    {
        HttpWorld world = new();
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
        return world;
    }

    public ICoreLine LineOf(AgencyId agency) => _lines[agency];

    public async Task StopAsync(AgencyId agency) => await _bodies[agency].DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        _owned.ForEach(line => line.Dispose());
        foreach (TlsServer server in _bodies.Values.Append(_core))
        {
            await server.DisposeAsync();
        }

        Lab.Dispose();
        _identities.Dispose();
    }

    private Task<TlsServer> ServeAsync(LinkagePeer peer) => TlsServer.StartAsync(_identities[peer], _identities.Peers, Clock, app =>
    {
        app.MapLinkageHealth();
        if (peer.IsCore)
        {
            app.MapLinkageCore(agency => _inner[agency]);
        }
        else
        {
            app.MapLinkageProvider(agency => agency == peer.Agency ? _giving[agency] : null);
        }
    });

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
