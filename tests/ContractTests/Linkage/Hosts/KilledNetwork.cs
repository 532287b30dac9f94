using System.Globalization;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;
using MyNumber.TestKit;
using MyNumber.Testing.Linkage;

namespace MyNumber.ContractTests.Linkage.Hosts;

/// <summary>A core, an inquiring city and two providers, each a process over a database of its own on one server that may be killed as well.</summary>
internal sealed class KilledNetwork : IAsyncDisposable
{
    /// <summary>People with data, about whom the city inquires; the rest get codes only, while others are killed.</summary>
    public const int Asked = 60;

    private const int People = 4_000;
    private const int Parallel = 6;
    private static readonly AgencyId[] _bodies = [ChildAllowance.City, ChildAllowance.TaxCity, ChildAllowance.PensionOffice];
    private readonly TemporaryFolder _folder = new();
    private readonly PostgresServer _server;
    private readonly Dictionary<AgencyId, TestDatabase> _databases = [];
    private readonly Dictionary<AgencyId, HostProcess> _hosts = [];
    private readonly List<string> _told = [];
    private int _starts;

    private KilledNetwork(PostgresServer server) => _server = server;

    /// <summary>What can be killed: the roles (empty is the core), and the database's server.</summary>
    public static IReadOnlyList<AgencyId?> Victims { get; } = [default(AgencyId), .. _bodies.Select(body => (AgencyId?)body), null];

    public LabNetwork Network { get; } = Describe();

    public HostProcess City => _hosts[ChildAllowance.City];

    /// <summary>Every line of every process, dead or alive.</summary>
    public IEnumerable<string> Told => _told.Concat(_hosts.Values.SelectMany(host => host.Lines));

    public static async Task<KilledNetwork> StartAsync()
    {
        KilledNetwork network = new(PostgresServer.Start());
        LabFolder.Write(network._folder.Path, network.Network, LabKeys.Create(network.Network));
        foreach (AgencyId role in _bodies.Prepend(default))
        {
            network._databases.Add(role, await TestDatabase.PostgreSqlAsync(network._server));
            await network.StartAsync(role);
            await network._hosts[role].DoAsync(role.IsEmpty ? string.Create(CultureInfo.InvariantCulture, $"issue 0 {Asked} 2") : "seed");
        }

        return network;
    }

    public TestDatabase DatabaseOf(AgencyId role) => _databases[role];

    /// <summary>Sets the city inquiring and the core issuing.</summary>
    public void Load()
    {
        LoadCity();
        LoadCore();
    }

    /// <summary>Kills a role, or the database's server when none is named, and starts it again under the same load.</summary>
    public async Task KillAsync(AgencyId? victim)
    {
        if (victim is not { } role)
        {
            _server.KillAndRestart();
            return;
        }

        HostProcess dead = _hosts[role];
        await dead.KillAsync();
        _told.AddRange(dead.Lines);
        await dead.DisposeAsync();
        await StartAsync(role);
        if (role.IsEmpty)
        {
            LoadCore();
        }
        else if (role == ChildAllowance.City)
        {
            LoadCity();
        }
    }

    /// <summary>Ends every process in peace, starts all again and lets core and city go on with what is left, until nothing is.</summary>
    public async Task SettleAsync()
    {
        foreach (AgencyId role in _bodies.Append(default))
        {
            HostProcess host = _hosts[role];
            (await host.EndAsync()).ShouldBe(0, role.ToString());
            _told.AddRange(host.Lines);
            await host.DisposeAsync();
            _hosts.Remove(role);
        }

        foreach (AgencyId role in _bodies.Append(default))
        {
            await StartAsync(role);
        }

        for (int round = 0; round < 3; round++)
        {
            await _hosts[default].DoAsync("resume");
            await City.DoAsync("resume");
        }

        City.Lines.Last(line => line.StartsWith("ended ", StringComparison.Ordinal)).ShouldBe("ended 0");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (HostProcess host in _hosts.Values)
        {
            await host.DisposeAsync();
        }

        foreach (TestDatabase database in _databases.Values)
        {
            await database.DisposeAsync();
        }

        _server.Dispose();
        _folder.Dispose();
    }

    private static LabNetwork Describe()
    {
        LabNetwork whole = ChildAllowance.CreateNetwork(Asked);
        LabNetworkBuilder network = new();
        foreach (Agency agency in whole.Agencies)
        {
            network.AddAgency(agency);
        }

        foreach (CodeHolder holder in whole.Directory.Holders)
        {
            network.AddHolder(holder);
        }

        foreach (PermissionRule rule in whole.Matrix.Rules)
        {
            network.AddRule(rule);
        }

        for (int person = 0; person < People; person++)
        {
            network.AddPerson(person < Asked
                ? _bodies.Select(body => whole.People[person].At(body)!)
                : _bodies.Select(body => new LabHolding(body, ChildAllowance.Addressee(body, person), [])));
        }

        return network.Build();
    }

    private void LoadCity() => City.Tell(string.Create(CultureInfo.InvariantCulture, $"inquire 0 1000000 {Parallel} {Asked}"));

    /// <summary>Each start issues to people from another place on, so that every one of them issues new codes.</summary>
    private void LoadCore()
    {
        int from = Asked + ((_starts++ * 150) % (People - Asked));
        _hosts[default].Tell(string.Create(CultureInfo.InvariantCulture, $"issue {from} {People} 1"));
    }

    private async Task StartAsync(AgencyId role)
    {
        TestDatabase database = _databases[role];
        string[] place = [database.Kind, database.Connection];
        _hosts[role] = role.IsEmpty
            ? await HostProcess.StartAsync(["core", _folder.Path, .. place])
            : await HostProcess.StartAsync(["body", _folder.Path, role.ToString(), .. place]);
    }
}
