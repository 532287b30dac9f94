using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Routing;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Server;
using MyNumber.Linkage.AspNetCore.Tests;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Storage.Bodies;
using MyNumber.Linkage.Storage.Core;
using MyNumber.Linkage.Storage.Records;
using MyNumber.Numbering.Storage;
using MyNumber.TestKit;
using MyNumber.Testing.Linkage;
using Npgsql;

namespace MyNumber.Benchmarks.Linkage;

/// <summary>The lab of a hundred synthetic people with a database of PostgreSQL for each role, and HTTP with mutual TLS between core and bodies.</summary>
internal sealed class SqlInquiryLab : IAsyncDisposable
{
    public const int People = 100;

    private readonly PostgresServer _postgres = PostgresServer.Start();
    private readonly List<IAsyncDisposable> _servers = [];
    private readonly List<IDisposable> _owned = [];
    private readonly Dictionary<AgencyId, ICoreLine> _inner = [];
    private readonly string _commit;
    private PinnedPeers _peers = null!;
    private LinkageLab _lab = null!;

    private SqlInquiryLab(string commit) => _commit = commit;

    public InquiringServer Asking => _lab[ChildAllowance.City].Asking;

    public string ConnectionString => _postgres.ConnectionString;

    public static async Task<SqlInquiryLab> StartAsync(string commit)
    {
        SqlInquiryLab lab = new(commit);
        await lab.OpenAsync();
        return lab;
    }

    public async ValueTask DisposeAsync()
    {
        _owned.ForEach(item => item.Dispose());
        foreach (IAsyncDisposable server in _servers)
        {
            await server.DisposeAsync();
        }

        _lab.Dispose();
        _postgres.Dispose();
    }

    private async Task OpenAsync()
    {
        LabNetwork network = ChildAllowance.CreateNetwork(People);
        LabKeys keys = LabKeys.Create(network);
        _peers = new PinnedPeers([new PinnedKey(LinkagePeer.Core, keys.Cards.Core.ServerKey), .. keys.Cards.Bodies.Select(body => new PinnedKey(new LinkagePeer(body.Key), body.Value.ServerKey))]);
        X509Certificate2 coreCertificate = Own(keys.Core.CreateCertificate());
        Uri core = await ServeAsync(coreCertificate, app => app.MapLinkageCore(agency => _inner[agency]));
        Dictionary<AgencyId, LabBodyStores> bodies = [];
        foreach (AgencyId agency in network.Bodies)
        {
            bodies.Add(agency, await BodyStoresAsync(agency));
        }

        _lab = await LinkageLab.StartAsync(network, new LinkageLabOptions
        {
            Keys = keys,
            CoreStores = await CoreStoresAsync(),
            BodyStores = agency => bodies[agency],
            CoreLine = (agency, line) =>
            {
                _inner.Add(agency, line);
                return Own(new HttpCoreLine(new LinkageClientOptions { Address = core, Certificate = Own(keys.Bodies[agency].CreateCertificate()), Peers = _peers }));
            },
        });
        LabBody provider = _lab[ChildAllowance.TaxCity];
        Uri address = await ServeAsync(Own(keys.Bodies[provider.Agency].CreateCertificate()), app => app.MapLinkageProvider(_ => provider.Giving));
        _lab.Core.Exchange.Connect(provider.Agency, Own(new HttpProviderLine(provider.Agency, new LinkageClientOptions { Address = address, Certificate = coreCertificate, Peers = _peers })));
    }

    private async Task<LabCoreStores> CoreStoresAsync()
    {
        NpgsqlDataSource source = await CreateDatabaseAsync("core");
        SqlBodyStore journal = new(source, SqlDialect.PostgreSql);
        SqlRecordStore records = new(source, SqlDialect.PostgreSql, LogOwner.Core);
        SqlHeadStore heads = new(source, SqlDialect.PostgreSql);
        SqlLinkRegister links = new(source, SqlDialect.PostgreSql);
        SqlIssuedCodes codes = new(source, SqlDialect.PostgreSql);
        SqlAcquisitions acquisitions = new(source, SqlDialect.PostgreSql);
        SqlCoreNotices notices = new(source, SqlDialect.PostgreSql);
        SqlRecordIndex index = new(source, SqlDialect.PostgreSql);
        await journal.CreateTablesAsync();
        await index.CreateTablesAsync();
        await records.CreateTablesAsync();
        await heads.CreateTablesAsync();
        await links.CreateTablesAsync();
        await codes.CreateTablesAsync();
        await acquisitions.CreateTablesAsync();
        await notices.CreateTablesAsync();
        return new LabCoreStores { Journal = journal, Records = records, Heads = heads, Links = links, Codes = codes, Acquisitions = acquisitions, Notices = notices, Index = index };
    }

    private async Task<LabBodyStores> BodyStoresAsync(AgencyId agency)
    {
        NpgsqlDataSource source = await CreateDatabaseAsync("agency_" + agency);
        SqlBodyStore space = new(source, SqlDialect.PostgreSql);
        SqlRecordStore records = new(source, SqlDialect.PostgreSql, new LogOwner(agency));
        SqlHeadStore heads = new(source, SqlDialect.PostgreSql);
        await space.CreateTablesAsync();
        await records.CreateTablesAsync();
        await heads.CreateTablesAsync();
        return new LabBodyStores { Space = space, Records = records, Heads = heads };
    }

    /// <summary>Sessions are as they were made, and plans of repeated statements are kept though tables are partitioned; nothing here touches durability.</summary>
    private async Task<NpgsqlDataSource> CreateDatabaseAsync(string name)
    {
        await using NpgsqlDataSource first = NpgsqlDataSource.Create(_postgres.ConnectionString);
        await using NpgsqlCommand create = first.CreateCommand($"create database {name}");
        await create.ExecuteNonQueryAsync();
        return Own(NpgsqlDataSource.Create(_postgres.ConnectionStringTo(name) + $";Maximum Pool Size=28;Max Auto Prepare=64;Auto Prepare Min Usages=2;No Reset On Close=true;Options=-c synchronous_commit={_commit} -c plan_cache_mode=force_generic_plan"));
    }

    private async Task<Uri> ServeAsync(X509Certificate2 certificate, Action<IEndpointRouteBuilder> map)
    {
        TlsServer server = await TlsServer.StartAsync(certificate, _peers, TimeProvider.System, map);
        _servers.Add(server);
        return server.Address;
    }

    private T Own<T>(T item)
        where T : IDisposable
    {
        _owned.Insert(0, item);
        return item;
    }
}
